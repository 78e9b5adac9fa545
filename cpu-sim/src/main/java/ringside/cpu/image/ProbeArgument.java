package ringside.cpu.image;

/**
 * One argument of a static probe.   @stap "Argument format"
 *
 * @param sizeInBytes 1, 2, 4 or 8
 * @param sign how its bits are to be understood
 * @param operand where it is
 * @param text how the image writes it, such as {@code -4@r0}
 */
public record ProbeArgument(int sizeInBytes, Sign sign, ProbeOperand operand, String text) {
    /** How the bits of an argument are to be understood. */
    public enum Sign {
        SIGNED,
        UNSIGNED,
        FLOAT
    }

    /**
     * Its value, cut to its size and extended by its sign to 64 bits; a floating-point one as its bits.
     *
     * @throws UnreadableException if it cannot be read
     */
    public long value(RegisterReader registers, MemoryReader memory) {
        long bits = operand.value(sizeInBytes, registers, memory);
        int unused = 64 - 8 * sizeInBytes;
        return sign == Sign.SIGNED ? bits << unused >> unused : bits << unused >>> unused;
    }
}
