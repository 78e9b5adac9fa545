package ringside.pane;

import java.util.Locale;

/** How numbers are written in the panes. */
public final class NumberText {
    private NumberText() {}

    /** Not an address. */
    public static final long NO_ADDRESS = -1;

    /** Hexadecimal digits in groups of four, such as {@code 2000_8f80}: eight, or sixteen if there are more than 32 bits. */
    public static String address(long value) {
        if (value >>> 32 != 0) {
            return address64(value);
        }
        return String.format(Locale.ROOT, "%04x_%04x", (value >>> 16) & 0xFFFF, value & 0xFFFF);
    }

    /** Sixteen hexadecimal digits in four groups. */
    public static String address64(long value) {
        return address(value >>> 32 & 0xFFFF_FFFFL) + "_" + address(value & 0xFFFF_FFFFL);
    }

    /** A whole number with groups of three digits, such as {@code 1 204 318}. */
    public static String grouped(long value) {
        String digits = Long.toString(Math.abs(value));
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < digits.length(); i++) {
            if (i > 0 && (digits.length() - i) % 3 == 0) {
                text.append('\u00a0');
            }
            text.append(digits.charAt(i));
        }
        return value < 0 ? "\u2212" + text : text.toString();
    }

    /** A number of bytes in the largest unit that divides it, such as {@code 4 KiB}. */
    public static String size(long bytes) {
        String[] units = {"B", "KiB", "MiB", "GiB"};
        long value = bytes;
        int unit = 0;
        while (unit < 3 && value >= 1024 && value % 1024 == 0) {
            value /= 1024;
            unit++;
        }
        return value + " " + units[unit];
    }

    /** Reads an address as people write it: with or without {@code 0x}, with underscores. {@link #NO_ADDRESS} if it is none. */
    public static long parseAddress(String text) {
        String digits = text.strip().toLowerCase(Locale.ROOT).replace("_", "");
        if (digits.startsWith("0x")) {
            digits = digits.substring(2);
        }
        if (digits.isEmpty() || digits.length() > 16 || !digits.chars().allMatch(c -> Character.digit(c, 16) >= 0)) {
            return NO_ADDRESS;
        }
        return Long.parseUnsignedLong(digits, 16);
    }
}
