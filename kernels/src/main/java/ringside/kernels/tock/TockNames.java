package ringside.kernels.tock;

import java.util.Map;

/** The numbers of Tock's binary interface in words (TRD 104 and the drivers' numbers). */
final class TockNames {
    private static final String[] CLASSES = {
        "yield", "subscribe", "command", "allow-read-write", "allow-read-only", "memop", "exit"
    };
    private static final Map<Integer, String> DRIVERS = Map.of(
            0,
            "alarm",
            1,
            "console",
            2,
            "led",
            3,
            "button",
            4,
            "gpio",
            5,
            "adc",
            8,
            "low-level-debug",
            0x1_0000,
            "ipc",
            0x4_0001,
            "rng",
            -1,
            "start");
    private static final String[] ERRORS = {
        "",
        "FAIL",
        "BUSY",
        "ALREADY",
        "OFF",
        "RESERVE",
        "INVALID",
        "SIZE",
        "CANCEL",
        "NOMEM",
        "NOSUPPORT",
        "NODEVICE",
        "UNINSTALLED",
        "NOACK"
    };
    private static final String[] STATES = {"", "Running", "Yielded", "YieldedFor", "Stopped", "Faulted", "Terminated"};
    private static final String[] MEMOPS = {
        "brk",
        "sbrk",
        "ram-start",
        "ram-end",
        "flash-start",
        "flash-end",
        "grant-start",
        "writeable-flash-count",
        "writeable-flash-start",
        "writeable-flash-end",
        "stack-top",
        "heap-start"
    };
    private static final String[] REJECTIONS = {
        "",
        "checksum",
        "malformed",
        "disabled",
        "padding",
        "wrong-flash-address",
        "wrong-memory-address",
        "not-enough-memory",
        "flash-alignment",
        "no-slot"
    };
    private static final String[] SWITCH_REASONS = {"system-call", "interrupted", "fault"};
    private static final String[] YIELDS = {"no-wait", "wait", "wait-for"};

    private TockNames() {}

    /** The class of a system call: the immediate of its {@code svc}. */
    static String systemCall(long number) {
        return name(CLASSES, number, "class ");
    }

    /** A driver by its number. */
    static String driver(long number) {
        String name = DRIVERS.get((int) number);
        return name == null ? "0x" + Long.toHexString(number) : name;
    }

    /** An error code. */
    static String error(long code) {
        return code == 1024 ? "BADRVAL" : name(ERRORS, code, "error ");
    }

    /** A state of a process: the discriminant of the kernel's {@code State}. */
    static String state(long discriminant) {
        return name(STATES, discriminant, "state ");
    }

    /** Why the kernel did not start a binary in flash. */
    static String rejection(long number) {
        return name(REJECTIONS, number, "reason ");
    }

    /** Why a process gave the processor back to the kernel. */
    static String switchReason(long number) {
        return name(SWITCH_REASONS, number, "reason ");
    }

    /** A memory operation. */
    static String memop(long number) {
        return name(MEMOPS, number, "operation ");
    }

    /** A kind of yield. */
    static String yield(long number) {
        return name(YIELDS, number, "yield ");
    }

    private static String name(String[] names, long number, String otherwise) {
        return number >= 0 && number < names.length && !names[(int) number].isEmpty()
                ? names[(int) number]
                : otherwise + number;
    }
}
