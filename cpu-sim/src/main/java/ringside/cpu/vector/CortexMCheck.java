package ringside.cpu.vector;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Compares the registers of a Cortex-M with what a vector expects.
 *
 * <p>The active stack pointer has two names, {@code sp} and {@code msp} or {@code psp}. Naming one of them in
 * {@code after} speaks for both.
 */
record CortexMCheck(CortexMVector vector, Differences differences) {
    private static final long SPSEL = 2;

    void compareRegisters(Map<String, Long> before, Map<String, Long> after) {
        Map<String, Long> expected = new LinkedHashMap<>();
        if (vector.exception() == null) {
            expected.putAll(before);
            dropOtherStackPointerNames(expected, after);
        }
        expected.putAll(vector.registersAfter());
        expected.forEach((name, value) -> {
            long mask = name.equals("xpsr") ? vector.flagsMask() : 0xFFFF_FFFFL;
            if (((value ^ after.get(name)) & mask) != 0) {
                differences.add(name, hex(value & mask), hex(after.get(name) & mask));
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

    private static String hex(long value) {
        return String.format(Locale.ROOT, "%08x", value);
    }
}
