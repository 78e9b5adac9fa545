package ringside.cpu.vector;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import ringside.cpu.bus.Ram;
import ringside.cpu.vector.TestVector.Bytes;

/**
 * Compares what came out with what a vector expects.
 *
 * <p>The active stack pointer has two names, {@code sp} and {@code msp} or {@code psp}. Naming one of them in
 * {@code after} speaks for both.
 */
final class VectorCheck {
    private static final int MOST_DIFFERENCES = 12;
    private static final long SPSEL = 2;

    private final TestVector vector;
    private final StringBuilder text = new StringBuilder();
    private int differences;

    VectorCheck(TestVector vector) {
        this.vector = vector;
    }

    /** What differs, or an empty text. */
    String difference() {
        return text.toString();
    }

    private void differ(String place, Object expected, Object actual) {
        differences++;
        if (differences <= MOST_DIFFERENCES) {
            text.append(text.isEmpty() ? "" : "; ")
                    .append(place)
                    .append(": expected ")
                    .append(expected)
                    .append(", got ")
                    .append(actual);
        } else if (differences == MOST_DIFFERENCES + 1) {
            text.append("; and more");
        }
    }

    void checkException(Integer actual) {
        if (!Objects.equals(vector.exception(), actual)) {
            differ(
                    "exception",
                    vector.exception() == null ? "none" : vector.exception(),
                    actual == null ? "none" : actual);
        }
    }

    void checkRegisters(Map<String, Long> before, Map<String, Long> after) {
        Map<String, Long> expected = new LinkedHashMap<>();
        if (vector.exception() == null) {
            expected.putAll(before);
            dropOtherStackPointerNames(expected, after);
        }
        expected.putAll(vector.registersAfter());
        expected.forEach((name, value) -> {
            long mask = name.equals("xpsr") ? vector.flagsMask() : 0xFFFF_FFFFL;
            if (((value ^ after.get(name)) & mask) != 0) {
                differ(name, hex(value & mask), hex(after.get(name) & mask));
            }
        });
    }

    private void dropOtherStackPointerNames(Map<String, Long> expected, Map<String, Long> after) {
        String active = (after.get("control") & SPSEL) != 0 ? "psp" : "msp";
        if (vector.registersAfter().containsKey("sp")) {
            expected.remove(active);
        } else if (vector.registersAfter().containsKey(active)) {
            expected.remove("sp");
        }
    }

    void checkMemory(VectorMemory memory) {
        if (vector.exception() != null) {
            vector.memoryAfter().forEach(bytes -> checkNamed(memory, bytes));
            return;
        }
        for (Bytes bytes : vector.memoryAfter()) {
            checkMapped(memory, bytes);
        }
        for (long address : memory.touchedPages()) {
            checkPage(address, memory.page(address));
        }
        for (Bytes bytes : vector.memoryAfter()) {
            checkUntouched(memory, bytes);
        }
    }

    private void checkNamed(VectorMemory memory, Bytes bytes) {
        for (int i = 0; i < bytes.values().length; i++) {
            long address = bytes.address() + i;
            int actual = memory.at(address);
            if (actual != (bytes.values()[i] & 0xFF)) {
                differByte(address, bytes.values()[i], actual);
            }
        }
    }

    private void checkMapped(VectorMemory memory, Bytes bytes) {
        for (int i = 0; i < bytes.values().length; i++) {
            if (memory.at(bytes.address() + i) < 0) {
                differByte(bytes.address() + i, bytes.values()[i], -1);
            }
        }
    }

    /** Bytes expected in pages that nobody has touched: those are all zeros. */
    private void checkUntouched(VectorMemory memory, Bytes bytes) {
        List<Long> touched = memory.touchedPages();
        for (int i = 0; i < bytes.values().length; i++) {
            long address = bytes.address() + i;
            if (bytes.values()[i] != 0 && !touched.contains(address & -Ram.PAGE_SIZE) && memory.at(address) == 0) {
                differByte(address, bytes.values()[i], 0);
            }
        }
    }

    private void checkPage(long base, byte[] actual) {
        byte[] expected = new byte[Ram.PAGE_SIZE];
        for (Bytes bytes : vector.memoryBefore()) {
            overlay(expected, base, bytes.address(), bytes.values());
        }
        overlay(expected, base, vector.registersBefore().getOrDefault("pc", 0L) & ~1L, vector.code());
        for (Bytes bytes : vector.memoryAfter()) {
            overlay(expected, base, bytes.address(), bytes.values());
        }
        int at = java.util.Arrays.mismatch(expected, actual);
        while (at >= 0) {
            differByte(base + at, expected[at], actual[at] & 0xFF);
            int next = java.util.Arrays.mismatch(expected, at + 1, expected.length, actual, at + 1, actual.length);
            at = next < 0 ? -1 : at + 1 + next;
        }
    }

    private static void overlay(byte[] page, long base, long address, byte[] values) {
        long from = Math.max(base, address);
        long to = Math.min(base + page.length, address + values.length);
        if (from < to) {
            System.arraycopy(values, (int) (from - address), page, (int) (from - base), (int) (to - from));
        }
    }

    private void differByte(long address, byte expected, int actual) {
        differ(
                "mem " + hex(address),
                String.format(Locale.ROOT, "%02x", expected),
                actual < 0 ? "unmapped" : String.format(Locale.ROOT, "%02x", actual));
    }

    private static String hex(long value) {
        return String.format(Locale.ROOT, "%08x", value);
    }
}
