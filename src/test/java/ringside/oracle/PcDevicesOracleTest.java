package ringside.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One multiboot kernel on QEMU's machine {@code pc} and on ours: what it reads from the devices must be the same. */
@Tag("oracle")
class PcDevicesOracleTest {
    @TempDir
    private Path folder;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void theDevicesAnswerTheSame(long seed) throws IOException, InterruptedException {
        PcScript script = new PcScript(seed);
        PcKernel kernel = PcKernel.build(folder, "pc.s", script.data());
        List<String> theirs = kernel.onQemu();
        List<String> mine = kernel.onOurs();
        assertTrue(theirs.size() > 1000, "QEMU printed " + theirs.size() + " lines only");
        int read = 0;
        for (int i = 0; i < theirs.size() && i < mine.size(); i++) {
            String name = read < script.names().size() ? script.names().get(read) : "the end";
            assertEquals(theirs.get(i), mine.get(i), "seed " + seed + ", line " + i + ": " + name);
            read += theirs.get(i).startsWith("222222") ? 0 : 1;
        }
        assertEquals(theirs.size(), mine.size());
    }
}
