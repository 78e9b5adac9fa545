package ringside.kernels.redox;

import static ringside.kernels.redox.RedoxCall.Parameter.ADDRESS;
import static ringside.kernels.redox.RedoxCall.Parameter.DESCRIPTOR;
import static ringside.kernels.redox.RedoxCall.Parameter.EVENT_FLAGS;
import static ringside.kernels.redox.RedoxCall.Parameter.LENGTH;
import static ringside.kernels.redox.RedoxCall.Parameter.NUMBER;
import static ringside.kernels.redox.RedoxCall.Parameter.OPEN_FLAGS;
import static ringside.kernels.redox.RedoxCall.Parameter.PROTECTION;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A system call: its number and what its arguments are.
 *
 * @param name its name, that of the constant in the crate {@code redox-abi}, module {@code number}, in lower case
 * @param number what is passed in RAX
 * @param parameters its arguments in their order
 */
record RedoxCall(String name, long number, List<Argument> parameters) {
    private static final long PATH = 0x1000_0000;
    private static final long FILE = 0x2000_0000;
    private static final long SLICE = 0x0100_0000;
    private static final long SLICE_MUT = 0x0200_0000;
    private static final long RETURNS_FD = 0x0010_0000;

    /** What an argument is. */
    enum Parameter {
        NUMBER,
        DESCRIPTOR,
        ADDRESS,
        LENGTH,
        OPEN_FLAGS,
        EVENT_FLAGS,
        PROTECTION
    }

    /** An argument with its name. */
    record Argument(String name, Parameter kind) {}

    // spotless:off
    private static final List<RedoxCall> ALL = List.of(
            of("exit", 1, "status", NUMBER),
            of("waitpid", 7, "pid", NUMBER, "status address", ADDRESS, "flags", NUMBER),
            of("getpid", 20),
            of("kill", 37, "pid", NUMBER, "signal", NUMBER),
            of("iopl", 110, "level", NUMBER),
            of("mprotect", 125, "address", ADDRESS, "bytes", LENGTH, "protection", PROTECTION),
            of("yield", 158),
            of("nanosleep", 162, "time address", ADDRESS, "left address", ADDRESS),
            of("futex", 240, "address", ADDRESS, "operation", NUMBER, "value", NUMBER),
            of("clock_gettime", 265, "clock", NUMBER, "time address", ADDRESS),
            of("setrens", 952, "root namespace", NUMBER, "effective namespace", NUMBER),
            of("mkns", 984, "names address", ADDRESS, "names", LENGTH),
            of("unlink", PATH | 10, "path address", ADDRESS, "path length", LENGTH),
            of("open", PATH | RETURNS_FD | 5,
                    "path address", ADDRESS, "path length", LENGTH, "flags", OPEN_FLAGS),
            of("close", FILE | 6, "fd", DESCRIPTOR),
            of("lseek", FILE | 19, "fd", DESCRIPTOR, "offset", NUMBER, "whence", NUMBER),
            of("funmap", FILE | 92, "address", ADDRESS, "bytes", LENGTH),
            of("ftruncate", FILE | 93, "fd", DESCRIPTOR, "bytes", LENGTH),
            of("fsync", FILE | 118, "fd", DESCRIPTOR),
            of("fevent", FILE | 927, "fd", DESCRIPTOR, "flags", EVENT_FLAGS),
            of("read", FILE | SLICE_MUT | 3, "fd", DESCRIPTOR, "buffer", ADDRESS, "length", LENGTH),
            of("write", FILE | SLICE | 4, "fd", DESCRIPTOR, "buffer", ADDRESS, "length", LENGTH),
            of("fstat", FILE | SLICE_MUT | 28, "fd", DESCRIPTOR, "stat address", ADDRESS, "length", LENGTH),
            of("dup", FILE | SLICE | RETURNS_FD | 41,
                    "fd", DESCRIPTOR, "name address", ADDRESS, "name length", LENGTH),
            of("dup2", FILE | RETURNS_FD | 63, "fd", DESCRIPTOR, "new fd", DESCRIPTOR, "name address", ADDRESS),
            of("fmap", FILE | SLICE | 900, "fd", DESCRIPTOR, "map address", ADDRESS, "length", LENGTH),
            of("fpath", FILE | SLICE_MUT | 928, "fd", DESCRIPTOR, "buffer", ADDRESS, "length", LENGTH));
    // spotless:on

    private static final Map<Long, RedoxCall> BY_NUMBER = new HashMap<>();

    static {
        ALL.forEach(call -> BY_NUMBER.put(call.number, call));
    }

    private static RedoxCall of(String name, long number, Object... namesAndKinds) {
        Argument[] arguments = new Argument[namesAndKinds.length / 2];
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = new Argument((String) namesAndKinds[2 * i], (Parameter) namesAndKinds[2 * i + 1]);
        }
        return new RedoxCall(name, number, Arrays.asList(arguments));
    }

    /** All calls. */
    static List<RedoxCall> all() {
        return ALL;
    }

    /** The call with a number. */
    static Optional<RedoxCall> withNumber(long number) {
        return Optional.ofNullable(BY_NUMBER.get(number));
    }

    /** The name of a call by its number; a text with the number if there is no such call. */
    static String nameOf(long number) {
        RedoxCall call = BY_NUMBER.get(number);
        return call == null ? "call 0x" + Long.toHexString(number) : call.name;
    }

    /** Puts the arguments of a call into the detail of an event, each under its name. */
    static void describe(long number, long[] values, Map<String, Object> detail) {
        RedoxCall call = BY_NUMBER.get(number);
        if (call == null) {
            detail.put("number", Long.toHexString(number));
            return;
        }
        for (int i = 0; i < Math.min(call.parameters.size(), values.length); i++) {
            detail.put(call.parameters.get(i).name, value(call.parameters.get(i).kind, values[i]));
        }
    }

    private static Object value(Parameter kind, long value) {
        return switch (kind) {
            case NUMBER, DESCRIPTOR, LENGTH -> value;
            case ADDRESS -> Long.toHexString(value);
            case OPEN_FLAGS -> RedoxFlags.open(value);
            case EVENT_FLAGS -> RedoxFlags.event(value);
            case PROTECTION -> RedoxFlags.protect(value);
        };
    }
}
