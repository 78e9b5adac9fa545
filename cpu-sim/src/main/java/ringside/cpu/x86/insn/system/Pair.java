package ringside.cpu.x86.insn.system;

import ringside.cpu.x86.X86Core;

/** EDX:EAX as one number. */
final class Pair {
    private Pair() {}

    static long read(X86Core cpu) {
        return cpu.gpr(X86Core.RDX) << 32 | cpu.gpr(X86Core.RAX) & 0xFFFF_FFFFL;
    }

    /** Writes it; the upper halves of RDX and RAX become zero. */
    static void write(X86Core cpu, long value) {
        cpu.setGpr(X86Core.RAX, value & 0xFFFF_FFFFL);
        cpu.setGpr(X86Core.RDX, value >>> 32);
    }
}
