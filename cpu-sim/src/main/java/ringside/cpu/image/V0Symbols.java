package ringside.cpu.image;

/** The letters of a v0 name as its grammar's smallest parts: tags, numbers, identifiers.   @rust "v0 Symbol Format" */
final class V0Symbols {
    /** The name does not follow the grammar, or is too large. */
    static final class NotV0 extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotV0() {
            super(null, null, false, false);
        }
    }

    private static final int LONGEST_ENCODED = 1000;
    private static final int MOST_DIGITS = 100_000;

    private final String name;
    private int at;
    private int digitsSeen;

    V0Symbols(String name) {
        this.name = name;
    }

    int position() {
        return at;
    }

    void moveTo(int position) {
        at = position;
    }

    void back(int count) {
        at -= count;
    }

    boolean atEnd() {
        return at == name.length();
    }

    String hexDigits() {
        int end = name.indexOf('_', at);
        if (end < 0 || !name.substring(at, end).chars().allMatch(c -> Character.digit(c, 16) >= 0)) {
            throw new NotV0();
        }
        String digits = name.substring(at, end);
        at = end + 1;
        digitsSeen += digits.length();
        if (digitsSeen > MOST_DIGITS) {
            throw new NotV0(); // back references to long constants would be read again and again
        }
        return digits.isEmpty() ? "0" : digits;
    }

    long disambiguator() {
        return skip('s') ? base62() + 1 : 0;
    }

    String identifier() {
        boolean encoded = skip('u');
        int length = decimal();
        skip('_');
        if (length > name.length() - at || encoded && length > LONGEST_ENCODED) {
            throw new NotV0();
        }
        String text = name.substring(at, at + length);
        at += length;
        return encoded ? Punycode.decode(text).orElseThrow(NotV0::new) : text;
    }

    /** A number without leading zeros, so that a zero always stands alone. */
    int decimal() {
        if (skip('0')) {
            return 0;
        }
        int value = 0;
        int from = at;
        while (at < name.length() && name.charAt(at) >= '0' && name.charAt(at) <= '9' && at - from < 6) {
            value = value * 10 + name.charAt(at++) - '0';
        }
        if (at == from) {
            throw new NotV0();
        }
        return value;
    }

    /** Digits 0-9, a-z, A-Z up to an underscore; an empty number is 0, others are one more than written. */
    long base62() {
        long value = 0;
        int from = at;
        for (char c = next(); c != '_'; c = next()) {
            int digit = c <= '9' ? c - '0' : c >= 'a' ? c - 'a' + 10 : c - 'A' + 36;
            if (digit < 0 || digit > 61 || at - from > 12 || !Character.isLetterOrDigit(c)) {
                throw new NotV0();
            }
            value = value * 62 + digit;
        }
        return at - from == 1 ? 0 : value + 1;
    }

    static String basicType(char tag) {
        return switch (tag) {
            case 'a' -> "i8";
            case 'b' -> "bool";
            case 'c' -> "char";
            case 'd' -> "f64";
            case 'e' -> "str";
            case 'f' -> "f32";
            case 'h' -> "u8";
            case 'i' -> "isize";
            case 'j' -> "usize";
            case 'l' -> "i32";
            case 'm' -> "u32";
            case 'n' -> "i128";
            case 'o' -> "u128";
            case 's' -> "i16";
            case 't' -> "u16";
            case 'u' -> "()";
            case 'v' -> "...";
            case 'x' -> "i64";
            case 'y' -> "u64";
            case 'z' -> "!";
            case 'p' -> "_";
            default -> null;
        };
    }

    char next() {
        if (at >= name.length()) {
            throw new NotV0();
        }
        return name.charAt(at++);
    }

    boolean skip(char c) {
        boolean found = at < name.length() && name.charAt(at) == c;
        at += found ? 1 : 0;
        return found;
    }
}
