package ringside.kernels.redox;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;

/** Bits of flags in words. The names are those of the constants in the crate {@code redox-abi}, module {@code flag}. */
final class RedoxFlags {
    private static final Map<String, Long> BITS = new LinkedHashMap<>();

    static {
        // spotless:off
        BITS.put("OPEN_READ", 0x0001_0000L);
        BITS.put("OPEN_WRITE", 0x0002_0000L);
        BITS.put("OPEN_NONBLOCK", 0x0004_0000L);
        BITS.put("OPEN_APPEND", 0x0008_0000L);
        BITS.put("OPEN_SYNC", 0x0080_0000L);
        BITS.put("OPEN_CREATE", 0x0200_0000L);
        BITS.put("OPEN_TRUNCATE", 0x0400_0000L);
        BITS.put("OPEN_EXCLUSIVE", 0x0800_0000L);
        BITS.put("OPEN_DIRECTORY", 0x1000_0000L);
        BITS.put("MAP_SHARED", 0x0001L);
        BITS.put("MAP_PRIVATE", 0x0002L);
        BITS.put("MAP_FIXED", 0x0004L);
        BITS.put("MAP_LAZY", 0x0010L);
        BITS.put("PROTECT_EXECUTE", 0x0001_0000L);
        BITS.put("PROTECT_WRITE", 0x0002_0000L);
        BITS.put("PROTECT_READ", 0x0004_0000L);
        BITS.put("EVENT_READ", 1L);
        BITS.put("EVENT_WRITE", 2L);
        // spotless:on
    }

    private RedoxFlags() {}

    /** All bits by the names of their constants. */
    static Map<String, Long> bits() {
        return BITS;
    }

    /** How a file is opened, as in {@code read create}. */
    static String open(long flags) {
        return words(flags, "OPEN_");
    }

    /** How memory is mapped, as in {@code private lazy write read}. */
    static String map(long flags) {
        return words(flags, "MAP_", "PROTECT_");
    }

    /** What may be done with memory. */
    static String protect(long flags) {
        return words(flags, "PROTECT_");
    }

    /** What a file is ready for. */
    static String event(long flags) {
        return words(flags, "EVENT_");
    }

    private static String words(long flags, String... families) {
        StringJoiner words = new StringJoiner(" ");
        long left = flags;
        for (String family : families) {
            for (Map.Entry<String, Long> bit : BITS.entrySet()) {
                if (bit.getKey().startsWith(family) && (flags & bit.getValue()) != 0) {
                    words.add(bit.getKey().substring(family.length()).toLowerCase(java.util.Locale.ROOT));
                    left &= ~bit.getValue();
                }
            }
        }
        if (left != 0) {
            words.add("0x" + Long.toHexString(left));
        }
        return words.toString();
    }
}
