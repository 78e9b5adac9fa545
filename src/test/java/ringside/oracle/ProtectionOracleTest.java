package ringside.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Segment loads, far transfers, gates and returns of protected mode, on QEMU and here.
 *
 * <p>QEMU never saves RF as 1, and sets the accessed bit for MOV only, of data; AF is undefined where these tests see it.
 */
@Tag("oracle")
class ProtectionOracleTest {
    private static final int VALUES = 10;
    private static final int FLAGS = 4;
    private static final int ACCESS = 9;
    private static final int NOT_COMPARED_FLAGS = 1 << 16 | 1 << 4;
    private static final int CODE_OR_DATA = 0x10;
    private static final int CODE = 0x8;
    private static final int ACCESSED = 0x1;

    @TempDir
    private Path folder;

    @Test
    void protectionDecidesTheSame() throws IOException, InterruptedException {
        ProtectionScript script = new ProtectionScript();
        compare(script.data(), script.names());
    }

    /** @sdm Vol.3B 20.2, 20.3 */
    @Test
    void virtual8086ModeDoesTheSame() throws IOException, InterruptedException {
        Virtual8086Script script = new Virtual8086Script();
        compare(script.data(), script.names());
    }

    private void compare(String data, List<String> names) throws IOException, InterruptedException {
        PcKernel kernel = PcKernel.build(folder, "protection.s", data);
        List<String> theirs = kernel.onQemu();
        List<String> mine = kernel.onOurs();
        List<String> differences = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            boolean returns = names.get(i).startsWith("jmp");
            String expected = outcome(theirs, i, returns);
            String actual = outcome(mine, i, returns);
            if (!expected.equals(actual)) {
                differences.add(names.get(i) + ": " + expected + " on QEMU, " + actual + " here");
            }
        }
        assertEquals(List.of(), differences);
        assertEquals(VALUES * names.size(), mine.size());
        assertEquals(mine.size(), theirs.size());
    }

    private static String outcome(List<String> values, int test, boolean returns) {
        List<String> outcome = new ArrayList<>();
        for (int i = VALUES * test; i < Math.min(values.size(), VALUES * (test + 1)); i++) {
            int value = Integer.parseUnsignedInt(values.get(i), 16);
            outcome.add(Integer.toHexString(comparable(i % VALUES, value, returns)));
        }
        return String.join(" ", outcome);
    }

    private static int comparable(int column, int value, boolean returns) {
        if (column == FLAGS) {
            return value & ~NOT_COMPARED_FLAGS;
        }
        boolean isSegment = column == ACCESS && (value & CODE_OR_DATA) != 0;
        return isSegment && (returns || (value & CODE) != 0) ? value | ACCESSED : value;
    }
}
