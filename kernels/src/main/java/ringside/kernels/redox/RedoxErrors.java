package ringside.kernels.redox;

import java.util.HashMap;
import java.util.Map;

/** The results of system calls: a value as it is, an error as minus its number. */
final class RedoxErrors {
    private static final long LARGEST = 4095;
    private static final Map<Long, Error> BY_NUMBER = new HashMap<>();

    private record Error(String name, String words) {}

    static {
        // spotless:off
        put(1, "EPERM", "not permitted");
        put(2, "ENOENT", "no such file");
        put(3, "ESRCH", "no such process");
        put(4, "EINTR", "interrupted");
        put(5, "EIO", "the server answered what it must not");
        put(8, "ENOEXEC", "not a program");
        put(9, "EBADF", "no such file descriptor");
        put(10, "ECHILD", "no child to wait for");
        put(11, "EAGAIN", "nothing there yet");
        put(12, "ENOMEM", "no memory left");
        put(13, "EACCES", "access refused");
        put(14, "EFAULT", "a bad address");
        put(16, "EBUSY", "in use");
        put(17, "EEXIST", "exists already");
        put(19, "ENODEV", "no such scheme");
        put(20, "ENOTDIR", "not a directory");
        put(21, "EISDIR", "a directory");
        put(22, "EINVAL", "an argument makes no sense");
        put(24, "EMFILE", "too many open files");
        put(28, "ENOSPC", "no space left");
        put(29, "ESPIPE", "cannot seek there");
        put(32, "EPIPE", "nobody reads");
        put(38, "ENOSYS", "no such call");
        put(39, "ENOTEMPTY", "a directory with something in it");
        put(77, "EBADFD", "no call has that tag");
        put(95, "EOPNOTSUPP", "the scheme does not do that");
        put(125, "ECANCELED", "cancelled");
        // spotless:on
    }

    private RedoxErrors() {}

    private static void put(long number, String name, String words) {
        BY_NUMBER.put(number, new Error(name, words));
    }

    /** The numbers by name. */
    static Map<String, Long> numbers() {
        Map<String, Long> numbers = new HashMap<>();
        BY_NUMBER.forEach((number, error) -> numbers.put(error.name, number));
        return numbers;
    }

    /** Whether a result is an error. */
    static boolean isError(long result) {
        return result < 0 && result >= -LARGEST;
    }

    /** The name of the error in a result, such as {@code ENOENT}; empty if it is none. */
    static String name(long result) {
        if (!isError(result)) {
            return "";
        }
        Error error = BY_NUMBER.get(-result);
        return error == null ? "error " + -result : error.name;
    }

    /** A result in words: a number, or {@code ENOENT: no such file}. Large values are addresses. */
    static String words(long result) {
        if (!isError(result)) {
            return result >= 0 && result < 0x10_0000 ? Long.toString(result) : "0x" + Long.toHexString(result);
        }
        Error error = BY_NUMBER.get(-result);
        return error == null ? "error " + -result : error.name + ": " + error.words;
    }
}
