package ringside.cpu.x86.operand;

import ringside.cpu.x86.X86Core;

/**
 * A register that is not a general one, known by its kind and number; the instruction knows how to access it.
 *
 * @param kind what sort of register
 * @param n its number
 */
public record NumberedRegister(Kind kind, int n) implements Operand {
    /** Sorts of registers. */
    public enum Kind {
        SEGMENT,
        CONTROL,
        DEBUG,
        MMX,
        XMM,
        /** ST(n), relative to the top of the stack. */
        X87
    }

    @Override
    public long read(X86Core cpu) {
        throw new IllegalStateException("not an integer register");
    }

    @Override
    public void write(X86Core cpu, long value) {
        throw new IllegalStateException("not an integer register");
    }
}
