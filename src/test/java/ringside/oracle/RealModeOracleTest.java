package ringside.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ringside.cpu.x86.X86Fault;

/**
 * Instructions of real mode, on QEMU and here: arithmetic, decimal arithmetic, strings, far calls, interrupts and exceptions
 * through the vector table.
 *
 * <p>The last two tests access memory beyond the limit of a segment. QEMU has no limits in real mode; the manual has #GP.
 * @sdm Vol.3A 20.1.1, 6.15
 */
@Tag("oracle")
class RealModeOracleTest {
    /** EDI, ESI, EBP, ESP, EBX, EDX, ECX, EAX, EFLAGS. */
    private static final int VALUES = 9;

    private static final int EDX = 5;
    private static final int BEYOND_THE_LIMIT = 2;

    @Test
    void realModeDoesTheSame(@TempDir Path folder) throws IOException, InterruptedException {
        PcKernel kernel = PcKernel.build(folder, "real.s", "");
        List<String> theirs = kernel.onQemu();
        List<String> mine = kernel.onOurs();
        int compared = mine.size() - VALUES * BEYOND_THE_LIMIT;
        assertEquals(VALUES * 292, mine.size());
        for (int i = 0; i < compared; i += VALUES) {
            assertEquals(theirs.subList(i, i + VALUES), mine.subList(i, i + VALUES), "test " + i / VALUES);
        }
        for (int i = compared; i < mine.size(); i += VALUES) {
            assertEquals(X86Fault.GP, Integer.parseInt(mine.get(i + EDX), 16), "test " + i / VALUES);
        }
    }
}
