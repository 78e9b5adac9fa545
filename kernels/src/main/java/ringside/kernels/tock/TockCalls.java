package ringside.kernels.tock;

import java.util.Map;

/** System calls and their answers in words. TRD 104. */
final class TockCalls {
    private static final int FIRST_SUCCESS = 128;

    private TockCalls() {}

    /** Describes a call by its class and its first three arguments. */
    static void describe(long callClass, long a, long b, long c, Map<String, Object> detail) {
        String name = TockNames.systemCall(callClass);
        detail.put("class", name);
        switch (name) {
            case "yield" -> detail.put("kind", TockNames.yield(a));
            case "memop" -> {
                detail.put("operation", TockNames.memop(a));
                detail.put("argument", hex(b));
            }
            case "exit" -> {
                detail.put("kind", a == 0 ? "terminate" : "restart");
                detail.put("code", b);
            }
            case "command" -> driver(a, b, "argument", c, detail);
            case "subscribe" -> driver(a, b, "function", c, detail);
            case "allow-read-only", "allow-read-write" -> driver(a, b, "address", c, detail);
            default -> detail.put("argument", hex(a));
        }
    }

    private static void driver(long driver, long number, String third, long value, Map<String, Object> detail) {
        detail.put("driver", TockNames.driver(driver));
        detail.put("number", number);
        detail.put(third, hex(value));
    }

    /** Describes an answer by its first three words: the variant, then its values. */
    static void describeReturn(long variant, long a, long b, Map<String, Object> detail) {
        boolean success = variant >= FIRST_SUCCESS;
        detail.put("success", success);
        if (success) {
            int words = wordsOf((int) variant - FIRST_SUCCESS);
            if (words > 0) {
                detail.put("first", hex(a));
            }
            if (words > 1) {
                detail.put("second", hex(b));
            }
        } else {
            detail.put("error", TockNames.error(a));
        }
    }

    private static int wordsOf(int variant) {
        return switch (variant) {
            case 0 -> 0;
            case 1 -> 1;
            default -> 2;
        };
    }

    private static String hex(long value) {
        return Long.toHexString(value & 0xFFFF_FFFFL);
    }
}
