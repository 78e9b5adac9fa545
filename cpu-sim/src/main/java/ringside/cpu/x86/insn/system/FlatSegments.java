package ringside.cpu.x86.insn.system;

import ringside.cpu.x86.X86Core;

/** The segments that system calls load without looking at descriptors. @sdm Vol.3A 5.8.7, 5.8.8 */
final class FlatSegments {
    private static final long LIMIT = 0xFFFF_FFFFL;
    /** Present, readable code that was accessed; 4 KiB granularity. */
    private static final int CODE = 0x80_9B00;
    /** Present, writable data that was accessed; 32-bit stack, 4 KiB granularity. */
    private static final int STACK = 0xC0_9300;

    private static final int CODE_64 = 0x20_0000;
    private static final int CODE_32 = 0x40_0000;
    private static final int DPL_SHIFT = 13;

    private FlatSegments() {}

    /** Loads CS and SS, and sets the privilege level. */
    static void enter(X86Core cpu, int code, int stack, int cpl, boolean to64) {
        int dpl = cpl << DPL_SHIFT;
        cpu.segment(X86Core.CS).load(code, 0, LIMIT, CODE | dpl | (to64 ? CODE_64 : CODE_32));
        cpu.segment(X86Core.SS).load(stack, 0, LIMIT, STACK | dpl);
        cpu.setCpl(cpl);
    }
}
