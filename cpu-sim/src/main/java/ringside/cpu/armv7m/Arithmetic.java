package ringside.cpu.armv7m;

/** The arithmetic functions of the manual's pseudocode. */
public final class Arithmetic {
    private Arithmetic() {}

    /** What {@link #addWithCarry} returns. */
    public record Sum(int result, boolean carry, boolean overflow) {}

    /** {@code AddWithCarry()}: the sum, its unsigned carry and its signed overflow. @arm A2.2.1 */
    public static Sum addWithCarry(int x, int y, boolean carryIn) {
        int result = x + y + (carryIn ? 1 : 0);
        boolean carry = carryIn ? Integer.compareUnsigned(result, x) <= 0 : Integer.compareUnsigned(result, x) < 0;
        boolean overflow = ((x ^ result) & (y ^ result)) < 0;
        return new Sum(result, carry, overflow);
    }
}
