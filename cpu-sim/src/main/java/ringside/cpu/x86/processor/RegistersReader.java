package ringside.cpu.x86.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import ringside.cpu.view.RegistersView;
import ringside.cpu.view.RegistersView.Field;
import ringside.cpu.view.RegistersView.Group;
import ringside.cpu.view.RegistersView.Register;
import ringside.cpu.x86.SegmentRegister;
import ringside.cpu.x86.SystemRegisters;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X87Registers;

/** Reads the view of the registers out of a processor. */
final class RegistersReader {
    private static final String RFLAGS =
            "ID 21, VIP 20, VIF 19, AC 18, VM 17, RF 16, NT 14, IOPL 13:12, OF 11, DF 10, IF 9, TF 8, SF 7, ZF 6, AF 4, PF 2, CF 0";
    private static final String CR0 = "PG 31, CD 30, NW 29, AM 18, WP 16, NE 5, ET 4, TS 3, EM 2, MP 1, PE 0";
    private static final String CR4 =
            "SMAP 21, SMEP 20, PCIDE 17, FSGSBASE 16, UMIP 11, OSXMMEXCPT 10, OSFXSR 9, PCE 8, PGE 7, MCE 6, PAE 5, PSE 4, DE 3, TSD 2";
    private static final String EFER = "NXE 11, LMA 10, LME 8, SCE 0";
    private static final String DR6 = "BS 14, BD 13, B3 3, B2 2, B1 1, B0 0";
    private static final String DR7 =
            "LEN3 31:30, RW3 29:28, LEN2 27:26, RW2 25:24, LEN1 23:22, RW1 21:20, LEN0 19:18, RW0 17:16, GD 13, G3 7, L3 6, G2 5, L2 4, G1 3, L1 2, G0 1, L0 0";
    private static final String MXCSR =
            "FZ 15, RC 14:13, PM 12, UM 11, OM 10, ZM 9, DM 8, IM 7, DAZ 6, PE 5, UE 4, OE 3, ZE 2, DE 1, IE 0";

    private final X86Shown cpu;
    private final int bits;

    RegistersReader(X86Shown cpu) {
        this.cpu = cpu;
        bits = cpu.isLongMode() ? 64 : 32;
    }

    private static final String X87_CONTROL = "RC 11:10, PC 9:8, PM 5, UM 4, OM 3, ZM 2, DM 1, IM 0";
    private static final String X87_STATUS =
            "B 15, C3 14, TOP 13:11, C2 10, C1 9, C0 8, ES 7, SF 6, PE 5, UE 4, OE 3, ZE 2, DE 1, IE 0";

    RegistersView read() {
        return new RegistersView(
                mode(cpu),
                cpu.cpl() < 3,
                List.of(general(), segments(), control(), debug(), modelSpecific(), x87(), sse()));
    }

    /** The mode and ring in words, such as {@code 64-bit mode, ring 3}. */
    static String mode(X86Core cpu) {
        String mode = cpu.is64()
                ? "64-bit mode"
                : cpu.isLongMode()
                        ? "compatibility mode"
                        : cpu.isProtected() ? "protected mode, " + cpu.codeBits() + "-bit code" : "real mode";
        if (cpu.isVirtual8086()) {
            return "virtual-8086 mode";
        }
        return cpu.isProtected() ? mode + ", ring " + cpu.cpl() : mode;
    }

    private Group general() {
        List<Register> all = new ArrayList<>();
        int count = bits == 64 ? 16 : 8;
        for (int i = 0; i < count; i++) {
            all.add(plain(RegisterNames.GENERAL.get(i), bits));
        }
        all.add(plain("rip", bits));
        all.add(fields("rflags", 32, RFLAGS));
        return new Group("General", all);
    }

    private Register plain(String name, int size) {
        long value = cpu.readRegister(name);
        return new Register(name, size == 32 ? value & 0xFFFF_FFFFL : value, size, List.of());
    }

    private Register fields(String name, int size, String fields) {
        return fields(name, cpu.readRegister(name), size, fields);
    }

    private static Register fields(String name, long value, int size, String fields) {
        List<Field> all = new ArrayList<>();
        for (String field : fields.split(", ")) {
            String[] parts = field.split(" ");
            String[] range = parts[1].split(":");
            int high = Integer.parseInt(range[0]);
            int low = Integer.parseInt(range[range.length - 1]);
            all.add(new Field(parts[0], high, low, value >>> low & (1L << high - low + 1) - 1, ""));
        }
        return new Register(name, value, size, all);
    }

    private Group segments() {
        List<Register> all = new ArrayList<>();
        for (int i = 0; i < RegisterNames.SEGMENTS.size(); i++) {
            all.add(segment(RegisterNames.SEGMENTS.get(i), cpu.segment(i)));
        }
        all.add(segment("ldtr", cpu.ldtr()));
        all.add(segment("tr", cpu.tr()));
        all.add(table("gdtr", cpu.gdtr().base(), cpu.gdtr().limit()));
        all.add(table("idtr", cpu.idtr().base(), cpu.idtr().limit()));
        return new Group("Segments", all);
    }

    private Register segment(String name, SegmentRegister segment) {
        List<Field> hidden = List.of(
                new Field("index", 15, 3, segment.selector() >>> 3, ""),
                new Field("TI", 2, 2, segment.selector() >>> 2 & 1, (segment.selector() & 4) == 0 ? "GDT" : "LDT"),
                new Field("RPL", 1, 0, segment.selector() & 3, ""),
                new Field("base", 63, 0, segment.base(), hex(segment.base())),
                new Field("limit", 31, 0, segment.limit(), hex(segment.limit())),
                new Field("DPL", 14, 13, segment.dpl(), kind(segment)));
        return new Register(name, segment.selector(), 16, hidden);
    }

    private static String kind(SegmentRegister segment) {
        if (!segment.isUsable()) {
            return "unusable";
        }
        if (segment.isSystem()) {
            return "system";
        }
        if (segment.isCode()) {
            return (segment.isLongCode() ? "64-bit" : segment.isDefaultBig() ? "32-bit" : "16-bit") + " code";
        }
        return segment.isWritable() ? "data, writable" : "data, read-only";
    }

    private static Register table(String name, long base, int limit) {
        return new Register(name, base, 64, List.of(new Field("limit", 15, 0, limit, hex(limit))));
    }

    private static String hex(long value) {
        return String.format(Locale.ROOT, "%x", value);
    }

    private Group control() {
        return new Group(
                "Control",
                List.of(
                        fields("cr0", bits, CR0),
                        plain("cr2", bits),
                        plain("cr3", bits),
                        fields("cr4", bits, CR4),
                        plain("cr8", bits),
                        fields("efer", 64, EFER)));
    }

    private Group debug() {
        return new Group(
                "Debug",
                List.of(
                        plain("dr0", bits),
                        plain("dr1", bits),
                        plain("dr2", bits),
                        plain("dr3", bits),
                        fields("dr6", bits, DR6),
                        fields("dr7", bits, DR7)));
    }

    private Group modelSpecific() {
        SystemRegisters system = cpu.system();
        return new Group(
                "Model-specific",
                List.of(
                        plain("fsbase", 64),
                        plain("gsbase", 64),
                        value("kernel_gs_base", system.kernelGsBase),
                        value("star", system.star),
                        value("lstar", system.lstar),
                        value("cstar", system.cstar),
                        value("fmask", system.fmask),
                        value("sysenter_cs", system.sysenterCs),
                        value("sysenter_esp", system.sysenterEsp),
                        value("sysenter_eip", system.sysenterEip),
                        value("pat", system.pat)));
    }

    private static Register value(String name, long value) {
        return new Register(name, value, 64, List.of());
    }

    private Group x87() {
        X87Registers x87 = cpu.x87();
        List<Register> all = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            int physical = x87.top() + i & 7;
            List<Field> state = List.of(new Field("empty", 79, 0, x87.empty() >>> physical & 1, ""));
            all.add(new Register("st" + i, x87.significand(physical), x87.signExponent(physical), 80, state));
        }
        all.add(fields("fcw", x87.control(), 16, X87_CONTROL));
        all.add(fields("fsw", x87.status(), 16, X87_STATUS));
        return new Group("x87", all);
    }

    private Group sse() {
        List<Register> all = new ArrayList<>();
        for (int i = 0; i < (bits == 64 ? 16 : 8); i++) {
            all.add(new Register("xmm" + i, cpu.sse().low(i), cpu.sse().high(i), 128, List.of()));
        }
        all.add(fields("mxcsr", cpu.sse().mxcsr() & 0xFFFF_FFFFL, 32, MXCSR));
        return new Group("SSE", all);
    }
}
