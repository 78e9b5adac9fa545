package ringside.cpu.vector;

import java.util.Arrays;
import java.util.List;
import ringside.cpu.bus.Ram;

/**
 * Compares memory with what a vector expects of it.
 *
 * @param before what was there, the code among it
 * @param after what must be there
 */
record MemoryCheck(List<VectorBytes> before, List<VectorBytes> after) {

    /** Compares all of memory: what is not named must be as before. */
    void compareAll(InspectedMemory memory, Differences differences) {
        for (VectorBytes bytes : after) {
            checkMapped(memory, bytes, differences);
        }
        List<Long> touched = memory.touchedPages();
        for (long address : touched) {
            checkPage(address, memory.page(address), differences);
        }
        for (VectorBytes bytes : after) {
            checkUntouched(memory, touched, bytes, differences);
        }
    }

    /** Compares what is named and nothing else. */
    void compareNamed(InspectedMemory memory, Differences differences) {
        for (VectorBytes bytes : after) {
            for (int i = 0; i < bytes.values().length; i++) {
                long address = bytes.address() + i;
                int actual = memory.at(address);
                if (actual != (bytes.values()[i] & 0xFF)) {
                    differences.addByte(address, bytes.values()[i], actual);
                }
            }
        }
    }

    private static void checkMapped(InspectedMemory memory, VectorBytes bytes, Differences differences) {
        for (int i = 0; i < bytes.values().length; i++) {
            if (memory.at(bytes.address() + i) < 0) {
                differences.addByte(bytes.address() + i, bytes.values()[i], -1);
            }
        }
    }

    /** Bytes expected in pages that nobody has touched: those are all zeros. */
    private static void checkUntouched(
            InspectedMemory memory, List<Long> touched, VectorBytes bytes, Differences differences) {
        for (int i = 0; i < bytes.values().length; i++) {
            long address = bytes.address() + i;
            if (bytes.values()[i] != 0 && !touched.contains(address & -Ram.PAGE_SIZE) && memory.at(address) == 0) {
                differences.addByte(address, bytes.values()[i], 0);
            }
        }
    }

    private void checkPage(long base, byte[] actual, Differences differences) {
        byte[] expected = new byte[Ram.PAGE_SIZE];
        for (VectorBytes bytes : before) {
            overlay(expected, base, bytes);
        }
        for (VectorBytes bytes : after) {
            overlay(expected, base, bytes);
        }
        int at = Arrays.mismatch(expected, actual);
        while (at >= 0) {
            differences.addByte(base + at, expected[at], actual[at] & 0xFF);
            int next = Arrays.mismatch(expected, at + 1, expected.length, actual, at + 1, actual.length);
            at = next < 0 ? -1 : at + 1 + next;
        }
    }

    /** Addresses wrap around, as subtraction does. */
    private static void overlay(byte[] page, long base, VectorBytes bytes) {
        long offset = bytes.address() - base;
        int length = bytes.values().length;
        long from = Math.max(0, -offset);
        long to = Math.min(length, page.length - offset);
        if (from < to) {
            System.arraycopy(bytes.values(), (int) from, page, (int) (offset + from), (int) (to - from));
        }
    }
}
