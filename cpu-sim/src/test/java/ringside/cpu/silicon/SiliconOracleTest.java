package ringside.cpu.silicon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ringside.cpu.vector.VectorCount;

/**
 * Our core does what the host's processor does.
 *
 * <p>The number of cases of each part is {@code -Dsilicon.cases}, the seed {@code -Dsilicon.seed}: a long run can be made of
 * several with different seeds.
 */
@Tag("oracle")
class SiliconOracleTest {
    private static final int CASES = Integer.getInteger("silicon.cases", 200_000);
    private static final long SEED = Long.getLong("silicon.seed", 1);

    @ParameterizedTest
    @CsvSource({"long64, 64", "compat32, 32", "prot16, 16"})
    void ourCoreDoesWhatTheHostDoes(String mode, int codeBits) throws IOException, InterruptedException {
        assertTrue(Silicon.isPossible(), "this needs Linux on x86-64, and gcc");
        SiliconRun run = new SiliconRun();
        VectorCount count = run.run(SEED, codeBits, CASES);
        System.out.printf("%s, seed %d: %d agree, %d differ%n", mode, SEED, count.passed(), count.failed());
        for (SiliconRun.Figures figures : run.figures()) {
            System.out.printf("  %-12s %8d cases, %d differ%n", figures.mnemonic(), figures.cases(), figures.failed());
            figures.examples().forEach(example -> System.out.println("      " + example));
        }
        assertEquals(0, count.failed());
    }
}
