package ringside.cpu.x86;

import java.util.HexFormat;
import ringside.cpu.bus.Bus;
import ringside.cpu.bus.Ram;
import ringside.cpu.time.Clock;
import ringside.cpu.trace.TraceRing;
import ringside.cpu.x86.decode.X86Decoder;

/**
 * A core without paging on 1 MiB of RAM, with descriptor tables that tests fill: what protection does, one instruction at
 * a time.
 */
public final class SystemCore extends X86Core {
    public static final int GDT = 0x1000;
    public static final int IDT = 0x2000;
    public static final int TSS = 0x3000;
    public static final int LDT = 0x4000;
    public static final int CODE = 0x8000;
    public static final int STACK = 0xA000;
    /** Stacks of the rings 0 to 2, as the TSS names them. */
    public static final int RING_STACKS = 0xB000;

    /** Selectors that every table has. */
    public static final int CODE32 = 0x08;

    public static final int DATA = 0x10;
    public static final int CODE64 = 0x18;
    public static final int USER_CODE32 = 0x23;
    public static final int USER_DATA = 0x2B;
    public static final int USER_CODE64 = 0x33;
    public static final int TASK = 0x38;
    public static final int CONFORMING = 0x48;
    public static final int CODE16 = 0x50;
    /** The first selector that is free for tests. */
    public static final int FREE = 0x60;

    private static final X86Decoder DECODER = new X86Decoder();

    public final Bus bus;
    /** The diagnosis of a shutdown, or null. */
    public String diagnosis;

    public boolean halted;

    private SystemCore(Bus bus) {
        super(bus, new Clock(), new TraceRing(64));
        this.bus = bus;
        bus.map(new Ram("ram", 0, 1 << 20));
        memory().connect(new Identity(), new NoCode(), () -> {});
        resetCore();
    }

    private record Identity() implements AddressTranslation {
        @Override
        public long translate(long linear, MemoryAccess access, AccessPrivilege privilege) {
            return linear;
        }

        @Override
        public long peek(long linear) {
            return linear;
        }
    }

    private record NoCode() implements CodeObserver {
        @Override
        public boolean hasCode(Ram ram, int page) {
            return false;
        }

        @Override
        public void codeWritten(Ram ram, int page, int offset, int length) {
            // Nothing is decoded ahead.
        }

        @Override
        public void translationForgotten(long linear) {
            // Nothing is kept.
        }
    }

    // ---- modes ----

    /** Real mode at 0000:8000 with the stack at 0000:A000. */
    public static SystemCore real() {
        SystemCore core = new SystemCore(new Bus());
        core.segment(CS).loadReal(0);
        core.gpr[RSP] = STACK;
        core.rip = CODE;
        core.setIdtr(new DescriptorTable(0, 0x3FF));
        core.systemChanged();
        return core;
    }

    /** Protected mode with 32-bit code. */
    public static SystemCore protected32(int cpl) {
        SystemCore core = withTables(false);
        core.enter(cpl == 0 ? CODE32 : USER_CODE32, cpl);
        return core;
    }

    /** Long mode with 64-bit code. */
    public static SystemCore long64(int cpl) {
        SystemCore core = withTables(true);
        core.enter(cpl == 0 ? CODE64 : USER_CODE64, cpl);
        return core;
    }

    /** Compatibility mode with 32-bit code. */
    public static SystemCore compatibility(int cpl) {
        SystemCore core = withTables(true);
        core.enter(cpl == 0 ? CODE32 : USER_CODE32, cpl);
        return core;
    }

    private static SystemCore withTables(boolean longMode) {
        SystemCore core = new SystemCore(new Bus());
        core.system().cr0 = SystemRegisters.CR0_PE | SystemRegisters.CR0_ET;
        if (longMode) {
            core.system().cr0 |= SystemRegisters.CR0_PG;
            core.system().cr4 = SystemRegisters.CR4_PAE;
            core.system().efer = SystemRegisters.EFER_LME | SystemRegisters.EFER_LMA | SystemRegisters.EFER_SCE;
        }
        core.setGdtr(new DescriptorTable(GDT, 0xFF));
        core.setIdtr(new DescriptorTable(IDT, 0xFFF));
        core.segment(CODE32, 0x9B, 0xC);
        core.segment(DATA, 0x93, 0xC);
        core.segment(CODE64, 0x9B, 0xA);
        core.segment(USER_CODE32, 0xFB, 0xC);
        core.segment(USER_DATA, 0xF3, 0xC);
        core.segment(USER_CODE64, 0xFB, 0xA);
        core.segment(CONFORMING, 0x9F, 0xC);
        core.segment(CODE16, 0x9B, 0);
        core.descriptor(TASK, descriptor(TSS, 0x67, 0x8B, 0), 0);
        core.tr().load(TASK, TSS, 0x67, 0x8B00);
        for (int ring = 0; ring < 3; ring++) {
            if (longMode) {
                core.poke(TSS + 4 + 8 * ring, 8, RING_STACKS + 0x400 * ring);
            } else {
                core.poke(TSS + 4 + 8 * ring, 4, RING_STACKS + 0x400 * ring);
                core.poke(TSS + 8 + 8 * ring, 4, DATA | ring);
            }
        }
        return core;
    }

    private void enter(int code, int level) {
        segment(CS).load(code, 0, 0xFFFF_FFFFL, attributes(code));
        int data = level == 0 ? DATA : USER_DATA;
        for (int i : new int[] {ES, SS, DS}) {
            segment(i).load(data, 0, 0xFFFF_FFFFL, attributes(data));
        }
        gpr[RSP] = STACK;
        rip = CODE;
        nextRip = CODE;
        setCpl(level);
    }

    private int attributes(int selector) {
        return (int) (peek(GDT + (selector & ~7), 8) >>> 32) & 0xF0_FF00;
    }

    // ---- tables ----

    /** A descriptor of eight bytes. @param access bits 8 to 15 @param flags bits 20 to 23 of its second half */
    public static long descriptor(long base, long limit, int access, int flags) {
        return limit & 0xFFFF
                | (base & 0xFF_FFFF) << 16
                | (long) access << 40
                | (limit >>> 16 & 0xF) << 48
                | (long) flags << 52
                | (base >>> 24 & 0xFF) << 56;
    }

    /** A gate. @param access bits 8 to 15 of its second half @param low bits 0 to 7: parameters or IST */
    public static long gate(int selector, long offset, int access, int low) {
        return offset & 0xFFFF
                | (long) selector << 16
                | (long) low << 32
                | (long) access << 40
                | (offset >>> 16 & 0xFFFF) << 48;
    }

    /** Puts a descriptor into the GDT, and its second half if that is not 0. */
    public void descriptor(int selector, long low, long high) {
        poke(GDT + (selector & ~7), 8, low);
        if (high != 0) {
            poke(GDT + (selector & ~7) + 8, 8, high);
        }
    }

    /** Puts a flat code or data segment into the GDT. */
    public void segment(int selector, int access, int flags) {
        descriptor(selector, descriptor(0, 0xF_FFFF, access, flags), 0);
    }

    /** Puts a gate into the IDT. */
    public void interruptGate(int vector, int selector, long offset, int access, int ist) {
        int bytes = isLongMode() ? 16 : 8;
        poke(IDT + vector * bytes, 8, gate(selector, offset, access, ist));
        if (isLongMode()) {
            poke(IDT + vector * bytes + 8, 8, offset >>> 32);
        }
    }

    // ---- memory ----

    /** Writes memory. */
    public void poke(long address, int bytes, long value) {
        byte[] octets = new byte[bytes];
        for (int i = 0; i < bytes; i++) {
            octets[i] = (byte) (value >>> 8 * i);
        }
        bus.poke(address, octets);
    }

    /** Reads memory. */
    public long peek(long address, int bytes) {
        return memory().loadSystem(address, bytes);
    }

    /** What lies on the stack, counted in values from the top. */
    public long stack(int index, int bytes) {
        return peek(gpr[RSP] + (long) index * bytes, bytes);
    }

    // ---- running ----

    /** Executes one instruction, as the step loop would, and gives the fault that it raised, or null. */
    public X86Fault run(String hex) {
        byte[] code = HexFormat.of().parseHex(hex.replace(" ", ""));
        InstructionDecoder.Decoded decoded =
                DECODER.decode(i -> i < code.length ? code[i] & 0xFF : 0, codeBits(), is8086());
        nextRip = rip + decoded.length();
        try {
            decoded.instruction().execute(this);
            rip = nextRip;
            return null;
        } catch (X86Fault fault) {
            nextRip = rip;
            return fault;
        }
    }

    /** Executes one instruction, and describes how it ended: {@code "ok"}, {@code "#UD"} or {@code "#GP(18)"}. */
    public String outcome(String hex) {
        return describe(run(hex));
    }

    /** A fault in short, its error code in hex. */
    public static String describe(X86Fault fault) {
        if (fault == null) {
            return "ok";
        }
        String name = ringside.cpu.x86.interrupt.ExceptionExplanation.mnemonic(fault.vector());
        return fault.errorCode() < 0 ? name : name + "(" + Integer.toHexString(fault.errorCode()) + ")";
    }

    /** Lets execution go on elsewhere. */
    public void setRip(long offset) {
        rip = offset;
        nextRip = offset;
    }

    /** Connects a TLB. */
    public void connectTranslations(TranslationCache cache) {
        connect(cache);
    }

    /** What the last instruction holds back. */
    public InterruptShadow shadow() {
        return shadow;
    }

    /** Whether a single-step trap follows. */
    public boolean isSingleStepping() {
        return singleStepping;
    }

    @Override
    public void halt() {
        halted = true;
    }

    @Override
    public void shutdown(String why) {
        diagnosis = why;
    }
}
