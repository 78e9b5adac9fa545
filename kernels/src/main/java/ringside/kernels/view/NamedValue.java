package ringside.kernels.view;

/**
 * Something that a kernel's own structure says, with the structure's name for it: what views of one kind of kernel only are
 * made of.
 *
 * @param name its name, such as {@code uid} or {@code buffer}
 * @param kind how to read the value
 * @param value the value; 0 for a text
 * @param words what the value means, such as {@code Read} for an opcode, or the text itself; may be empty
 */
public record NamedValue(String name, Kind kind, long value, String words) {

    /** How to read a value. */
    public enum Kind {
        /** A count, or the number of something. */
        NUMBER,
        /** An address, a set of bits or the content of a register: written in hexadecimal. */
        ADDRESS,
        /** No number at all: the words say everything. */
        TEXT
    }

    /** A count, or the number of something. */
    public static NamedValue number(String name, long value) {
        return new NamedValue(name, Kind.NUMBER, value, "");
    }

    /** A number that means something. */
    public static NamedValue number(String name, long value, String words) {
        return new NamedValue(name, Kind.NUMBER, value, words);
    }

    /** An address. */
    public static NamedValue address(String name, long value) {
        return new NamedValue(name, Kind.ADDRESS, value, "");
    }

    /** Bits, or an address that means something. */
    public static NamedValue address(String name, long value, String words) {
        return new NamedValue(name, Kind.ADDRESS, value, words);
    }

    /** A text. */
    public static NamedValue text(String name, String words) {
        return new NamedValue(name, Kind.TEXT, 0, words);
    }

    /** The value with what it means, as in {@code 5 Read}. */
    public String text() {
        return kind == Kind.TEXT || words.isEmpty() ? digits() : digits() + " " + words;
    }

    /** The value as the JSON has it: digits without a prefix, hexadecimal for an address, or the text itself. */
    public String digits() {
        return switch (kind) {
            case NUMBER -> Long.toString(value);
            case ADDRESS -> Long.toHexString(value);
            case TEXT -> words;
        };
    }
}
