package ringside.cpu.armv7m.insn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ringside.cpu.armv7m.FlatCortexM;

/** When each condition holds, for all sixteen states of the flags. @arm A7.3 */
class ConditionTest {
    /** The states that pass, as numbers NZCV, of a condition and of its opposite: all others. */
    @ParameterizedTest
    @CsvSource(textBlock = """
            # number, states that pass
            0, 4 5 6 7 C D E F
            2, 2 3 6 7 A B E F
            4, 8 9 A B C D E F
            6, 1 3 5 7 9 B D F
            8, 2 3 A B
            10, 0 2 4 6 9 B D F
            12, 0 2 9 B
            """)
    void aConditionAndItsOppositeShareOutTheStates(int number, String passing) {
        for (int nzcv = 0; nzcv < 16; nzcv++) {
            FlatCortexM cpu = new FlatCortexM();
            for (int bit = 0; bit < 4; bit++) {
                cpu.setFlag("vczn".charAt(bit), (nzcv >>> bit & 1) != 0);
            }
            boolean expected = passing.contains(Integer.toHexString(nzcv).toUpperCase(Locale.ROOT));
            assertEquals(expected, Condition.of(number).passed(cpu), number + " at " + nzcv);
            assertEquals(!expected, Condition.of(number + 1).passed(cpu), number + 1 + " at " + nzcv);
            assertTrue(Condition.AL.passed(cpu));
        }
    }
}
