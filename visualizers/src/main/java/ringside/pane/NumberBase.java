package ringside.pane;

import java.util.Locale;

/** The base in which values are shown. */
public enum NumberBase {
    /** Base 16, in groups of four digits. */
    HEXADECIMAL("hex"),
    /** Base 10, unsigned. */
    DECIMAL("decimal"),
    /** Base 10, two's complement. */
    SIGNED("signed"),
    /** Base 2, in groups of eight digits. */
    BINARY("binary");

    private final String label;

    NumberBase(String label) {
        this.label = label;
    }

    /** The base's name in the resource bundle. */
    public String key() {
        return "base." + label;
    }

    /**
     * Writes a value of more than 64 bits, in base 16 whatever the base: nobody reads such numbers in another.
     *
     * @param upper bits 127:64
     * @param value bits 63:0
     */
    public static String writeLong(long upper, long value, int bits) {
        String high = String.format(Locale.ROOT, "%0" + (bits - 64) / 4 + "x", upper);
        return high.replaceAll("(....)(?=.)", "$1_") + "_" + NumberText.address64(value);
    }

    /** Writes a value of so many bits, at most 64. */
    public String write(long value, int bits) {
        long unsigned = bits >= 64 ? value : value & ((1L << bits) - 1);
        return switch (this) {
            case HEXADECIMAL ->
                bits > 16
                        ? NumberText.address(unsigned)
                        : String.format(Locale.ROOT, "%0" + Math.max(1, (bits + 3) / 4) + "x", unsigned);
            case DECIMAL -> unsigned < 0 ? Long.toUnsignedString(unsigned) : NumberText.grouped(unsigned);
            case SIGNED -> NumberText.grouped(bits == 32 ? (int) unsigned : unsigned);
            case BINARY -> binary(unsigned, bits);
        };
    }

    private static String binary(long value, int bits) {
        StringBuilder text = new StringBuilder();
        for (int bit = bits - 1; bit >= 0; bit--) {
            text.append((value >>> bit) & 1);
            if (bit > 0 && bit % 8 == 0) {
                text.append('_');
            }
        }
        return text.toString();
    }
}
