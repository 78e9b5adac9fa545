package ringside.cpu.vector;

import ringside.cpu.x86.SegmentRegister;
import ringside.cpu.x86.SystemRegisters;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86State;

/** A mode of the processor that a vector may ask for, with flat segments. */
enum X86VectorMode {
    LONG64("long64", 64),
    COMPAT32("compat32", 32),
    PROT32("prot32", 32),
    PROT16("prot16", 16),
    REAL16("real16", 16);

    private static final long CR0_FLOATING =
            SystemRegisters.CR0_MP | SystemRegisters.CR0_ET | SystemRegisters.CR0_NE | SystemRegisters.CR0_WP;
    private static final long CR4 =
            SystemRegisters.CR4_OSFXSR | SystemRegisters.CR4_OSXMMEXCPT | SystemRegisters.CR4_FSGSBASE;
    private static final int PRESENT = 1 << 15;
    private static final int CODE_OR_DATA = 1 << 12;
    private static final int CODE_READABLE_ACCESSED = 0xB << 8;
    private static final int DATA_WRITABLE_ACCESSED = 0x3 << 8;
    private static final int LONG_CODE = 1 << 21;
    private static final int BIG = 1 << 22;
    private static final int GRANULAR = 1 << 23;

    private final String text;
    private final int bits;

    X86VectorMode(String text, int bits) {
        this.text = text;
        this.bits = bits;
    }

    /** The mode of that name, or null. */
    static X86VectorMode named(String text) {
        for (X86VectorMode mode : values()) {
            if (mode.text.equals(text)) {
                return mode;
            }
        }
        return null;
    }

    boolean isLong() {
        return this == LONG64 || this == COMPAT32;
    }

    /** The privilege level where a vector names none. */
    int usualPrivilege() {
        return this == REAL16 ? 0 : 3;
    }

    /** Brings the processor into the mode: system registers and segments; selectors read as 0. */
    void enter(X86Core cpu, int privilege) {
        SystemRegisters system = cpu.system();
        system.cr0 =
                CR0_FLOATING | (this == REAL16 ? 0 : SystemRegisters.CR0_PE) | (isLong() ? SystemRegisters.CR0_PG : 0);
        system.cr2 = 0;
        system.cr3 = 0;
        system.cr4 = CR4 | (isLong() ? SystemRegisters.CR4_PAE : 0);
        system.efer = isLong()
                ? SystemRegisters.EFER_SCE
                        | SystemRegisters.EFER_LME
                        | SystemRegisters.EFER_LMA
                        | SystemRegisters.EFER_NXE
                : 0;
        for (int n = X86State.ES; n <= X86State.GS; n++) {
            loadFlat(cpu.segment(n), n == X86State.CS, privilege);
        }
        cpu.setCpl(privilege);
    }

    private void loadFlat(SegmentRegister segment, boolean code, int privilege) {
        int attributes = PRESENT
                | CODE_OR_DATA
                | privilege << 13
                | (code ? CODE_READABLE_ACCESSED : DATA_WRITABLE_ACCESSED)
                | (this == REAL16 ? 0 : GRANULAR)
                | (code && bits == 64 ? LONG_CODE : 0)
                | (bits == 32 || (bits == 64 && !code) ? BIG : 0);
        segment.load(0, 0, this == REAL16 ? 0xFFFF : 0xFFFF_FFFFL, attributes);
    }
}
