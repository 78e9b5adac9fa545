package ringside.kernels.redox;

import java.util.ArrayList;
import java.util.List;
import ringside.kernels.view.NamedValue;

/**
 * What a request to a scheme wants: the opcode of an Sqe, with what its arguments are.
 *
 * <p>The numbers are those of the crate {@code redox-abi}, module {@code scheme::opcode}; the words are Redox's own.
 */
enum RedoxOpcode {
    // spotless:off
    OPEN(0, "Open", "path", "path length", "flags:open"),
    UNLINK(2, "Unlink", "path", "path length"),
    CLOSE(3, "Close", "file"),
    DUP(4, "Dup", "file", "name", "name length"),
    READ(5, "Read", "file", "buffer", "length", "offset", "flags:open"),
    WRITE(6, "Write", "file", "buffer", "length", "offset", "flags:open"),
    FSIZE(7, "Fsize", "file"),
    FEVENT(11, "Fevent", "file", "flags:event"),
    FPATH(13, "Fpath", "file", "buffer", "length"),
    FSTAT(15, "Fstat", "file", "buffer", "length"),
    FSYNC(17, "Fsync", "file"),
    FTRUNCATE(18, "Ftruncate", "file", "bytes"),
    MMAP_PREPARE(20, "MmapPrep", "file", "offset", "bytes", "flags:map"),
    MUNMAP(23, "Munmap", "file", "offset", "bytes", "flags:map"),
    CANCEL(25, "Cancel");
    // spotless:on

    private static final int ARGUMENTS = 6;
    private static final long ONE_WAY = 1;

    private final int number;
    private final String words;
    private final List<String> arguments;

    RedoxOpcode(int number, String words, String... arguments) {
        this.number = number;
        this.words = words;
        this.arguments = List.of(arguments);
    }

    int number() {
        return number;
    }

    /** Redox's name of an opcode; a text with the number if it is none. */
    static String nameOf(long number) {
        for (RedoxOpcode opcode : values()) {
            if (opcode.number == number) {
                return opcode.words;
            }
        }
        return "opcode " + number;
    }

    /** Whether a request wants no answer. */
    static boolean isOneWay(long flags) {
        return (flags & ONE_WAY) != 0;
    }

    /** Every field of a request, in the order in which they lie in its 64 bytes. */
    static List<NamedValue> fields(
            long number, long flags, long tag, long[] arguments, long caller, String callerName) {
        List<NamedValue> fields = new ArrayList<>();
        fields.add(NamedValue.number("opcode", number, nameOf(number)));
        fields.add(NamedValue.address("flags", flags, isOneWay(flags) ? "one-way" : ""));
        fields.add(NamedValue.number("tag", tag));
        List<String> names = List.of();
        for (RedoxOpcode opcode : values()) {
            names = opcode.number == number ? opcode.arguments : names;
        }
        for (int i = 0; i < ARGUMENTS; i++) {
            fields.add(
                    i == ARGUMENTS - 1
                            ? identity(arguments[i])
                            : argument(i < names.size() ? names.get(i) : "", i, arguments[i]));
        }
        fields.add(NamedValue.number("caller", caller, callerName));
        return fields;
    }

    private static NamedValue argument(String name, int place, long value) {
        return switch (name) {
            case "" -> NamedValue.address("argument " + place, value, "unused");
            case "path", "name", "buffer" -> NamedValue.address(name, value);
            case "flags:open" -> NamedValue.address("open flags", value, RedoxFlags.open(value));
            case "flags:event" -> NamedValue.address("event flags", value, RedoxFlags.event(value));
            case "flags:map" -> NamedValue.address("map flags", value, RedoxFlags.map(value));
            default -> NamedValue.number(name, value);
        };
    }

    private static NamedValue identity(long value) {
        return NamedValue.address("uid and gid", value, "uid " + (int) value + ", gid " + (int) (value >>> 32));
    }
}
