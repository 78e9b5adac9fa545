package ringside.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Address line 20, non-maskable interrupts, INIT and start-up commands: one kernel on QEMU's machine {@code pc} and on ours
 * finds the same, line for line. What it does is in {@code board.s}.   @sdm Vol.3A 8.7.13.4, 10.6.1, 6.7.1
 */
@Tag("oracle")
final class PcWiresOracleTest {
    /** The kernel's code and stack, with bit 20 clear. */
    private static final int BASE = 0x20_0000;

    @TempDir
    private Path folder;

    @Test
    void theWiresDoTheSame() throws Exception {
        PcKernel kernel = PcKernel.buildAt(BASE, folder, "board.s", "");
        List<String> theirs = kernel.onQemu("-action", "reboot=reset");
        assertTrue(theirs.contains("aaaa0002"), () -> "no second non-maskable interrupt in " + theirs);
        assertEquals("5a5a0002", theirs.get(theirs.size() - 1), "restarted by an INIT");
        assertEquals(theirs, kernel.onOurs());
    }
}
