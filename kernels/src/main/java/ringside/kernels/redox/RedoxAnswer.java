package ringside.kernels.redox;

import java.util.List;
import ringside.kernels.view.NamedValue;

/** What a server writes to its socket: the kinds of a Cqe. The numbers are those of module {@code scheme::answer}. */
enum RedoxAnswer {
    REGULAR(0, "RespondRegular"),
    WITH_FD(1, "RespondWithFd"),
    SEND_EVENT(2, "SendFevent");

    private static final int KIND = 7;

    private final int number;
    private final String words;

    RedoxAnswer(int number, String words) {
        this.number = number;
        this.words = words;
    }

    int number() {
        return number;
    }

    /** Whether this is word that a file is ready, and no answer. */
    static boolean isEvent(long flags) {
        return (flags & KIND) == SEND_EVENT.number;
    }

    private static String nameOf(long flags) {
        for (RedoxAnswer answer : values()) {
            if (answer.number == (flags & KIND)) {
                return answer.words;
            }
        }
        return "kind " + (flags & KIND);
    }

    /**
     * Every field of an answer, in the order in which they lie in its 16 bytes.
     *
     * @param flags the first four bytes: the flags, and the three bytes behind them
     */
    static List<NamedValue> fields(long flags, long tag, long result) {
        NamedValue extra = NamedValue.address("extra", flags >>> 8 & 0xFF_FFFF);
        NamedValue kind = NamedValue.address("flags", flags & 0xFF, nameOf(flags));
        return isEvent(flags)
                ? List.of(
                        kind,
                        extra,
                        NamedValue.address("event flags", tag, RedoxFlags.event(tag)),
                        NamedValue.number("file", result))
                : List.of(
                        kind,
                        extra,
                        NamedValue.number("tag", tag),
                        NamedValue.address("result", result, RedoxErrors.words(result)));
    }
}
