package ringside.cpu.register;

/**
 * Some neighbouring bits of a register that mean something together.
 *
 * @param name as the manual prints it
 * @param high the number of the highest bit
 * @param low the number of the lowest bit
 * @param meaning one short sentence or phrase
 */
public record Field(String name, int high, int low, String meaning) {

    /** Checks the bit numbers. */
    public Field {
        if (low < 0 || high < low || high > 31) {
            throw new IllegalArgumentException(name + ": bits " + high + ":" + low);
        }
    }

    /** The bits of the field, in place. */
    public int mask() {
        return (int) ((1L << (high - low + 1)) - 1) << low;
    }

    /** The value of the field in a register's word. */
    public int of(int word) {
        return (word & mask()) >>> low;
    }
}
