package ringside.cpu.pc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The 8259 pair, by its data sheet (Intel 231468). */
class InterruptControllersTest {
    private static final int MASTER = 0;
    private static final int SLAVE = 2;

    private final PcBench bench = new PcBench();
    private final InterruptControllers pair = new InterruptControllers("pic", bench.lamp);

    @BeforeEach
    void initialize() {
        initialize(0x01);
    }

    private void initialize(int word4) {
        write(MASTER, 0x11, 0x20, 0x04, word4);
        write(SLAVE, 0x11, 0x28, 0x02, word4);
    }

    private void write(int chip, int word1, int... others) {
        pair.out(chip, word1);
        for (int word : others) {
            pair.out(chip + 1, word);
        }
    }

    private void pulse(int line) {
        pair.setLine(line, false);
        pair.setLine(line, true);
    }

    @ParameterizedTest
    @CsvSource({"0, 0x20", "1, 0x21", "3, 0x23", "7, 0x27", "8, 0x28", "12, 0x2C", "15, 0x2F"})
    void aRequestHasTheVectorOfItsLevel(int line, int vector) {
        pair.setLine(line, true);
        assertTrue(bench.lamp.lit);
        assertEquals(vector, pair.acknowledge());
        assertFalse(bench.lamp.lit);
    }

    @Test
    void lowerNumbersComeFirstAndTheSlaveAtLevelTwo() {
        for (int line : new int[] {7, 3, 9, 1}) {
            pair.setLine(line, true);
        }
        for (int vector : new int[] {0x21, 0x29, 0x23, 0x27}) {
            assertEquals(vector, pair.acknowledge());
            pair.out(MASTER, 0x20);
            pair.out(SLAVE, 0x20);
        }
        assertFalse(bench.lamp.lit);
    }

    @Test
    void whatIsInServiceHoldsBackItsOwnLevelAndLowerOnes() {
        pulse(4);
        pair.acknowledge();
        pulse(4);
        pulse(6);
        assertFalse(bench.lamp.lit);
        pulse(3);
        assertTrue(bench.lamp.lit);
        assertEquals(0x23, pair.acknowledge());
        pair.out(MASTER, 0x20);
        assertFalse(bench.lamp.lit);
        pair.out(MASTER, 0x20);
        assertEquals(0x24, pair.acknowledge());
    }

    @Test
    void anEdgeIsNeededAndMustStayUntilItIsAcknowledged() {
        pair.setLine(5, true);
        pair.acknowledge();
        pair.out(MASTER, 0x20);
        assertFalse(bench.lamp.lit);
        pulse(5);
        assertTrue(bench.lamp.lit);
        pair.setLine(5, false);
        assertFalse(bench.lamp.lit);
    }

    @Test
    void aRequestThatHasGoneIsTheSpuriousLevelSevenWithoutService() {
        assertEquals(0x27, pair.acknowledge());
        pair.out(MASTER, 0x0B);
        assertEquals(0, pair.in(MASTER));
    }

    @Test
    void aSpuriousRequestOfTheSlaveLeavesTheCascadeInService() {
        pair.setLine(9, true);
        pair.out(SLAVE + 1, 0xFF);
        pair.out(SLAVE + 1, 0x00);
        pair.setLine(9, true);
        assertTrue(bench.lamp.lit);
        assertEquals(0x29, pair.acknowledge());
        pair.out(MASTER, 0x0B);
        assertEquals(0x04, pair.in(MASTER));
    }

    @Test
    void aLevelInterruptsAgainUntilItIsGone() {
        pair.out(5, 0x0C);
        pair.setLine(10, true);
        assertEquals(0x2A, pair.acknowledge());
        pair.out(SLAVE, 0x20);
        pair.out(MASTER, 0x20);
        assertEquals(0x2A, pair.acknowledge());
        pair.setLine(10, false);
        pair.out(SLAVE, 0x20);
        pair.out(MASTER, 0x20);
        assertFalse(bench.lamp.lit);
    }

    @Test
    void timerKeyboardAndClockCannotBeMadeLevels() {
        pair.out(4, 0xFF);
        pair.out(5, 0xFF);
        assertEquals(0xF8, pair.in(4));
        assertEquals(0xDE, pair.in(5));
    }

    @Test
    void maskedLevelsWaitInTheRequestRegister() {
        pair.out(MASTER + 1, 0x10);
        pulse(4);
        assertFalse(bench.lamp.lit);
        pair.out(MASTER, 0x0A);
        assertEquals(0x10, pair.in(MASTER));
        assertEquals(0x10, pair.in(MASTER + 1));
        pair.out(MASTER + 1, 0x00);
        assertEquals(0x24, pair.acknowledge());
    }

    @Test
    void automaticEndLeavesNothingInService() {
        initialize(0x03);
        pulse(4);
        pair.acknowledge();
        pair.out(MASTER, 0x0B);
        assertEquals(0, pair.in(MASTER));
        pulse(4);
        assertTrue(bench.lamp.lit);
    }

    @Test
    void specialMaskLetsLowerLevelsThroughWhenTheServedOneIsMasked() {
        pulse(3);
        pair.acknowledge();
        pulse(6);
        pair.out(MASTER + 1, 0x08);
        assertFalse(bench.lamp.lit);
        pair.out(MASTER, 0x68);
        assertTrue(bench.lamp.lit);
        assertEquals(0x26, pair.acknowledge());
        pair.out(MASTER, 0x20);
        pair.out(MASTER, 0x0B);
        assertEquals(0x08, pair.in(MASTER), "the end of interrupt spares the masked level");
    }

    @Test
    void rotationMakesTheServedLevelTheLowest() {
        pulse(4);
        pair.acknowledge();
        pair.out(MASTER, 0xA0);
        pulse(4);
        pulse(5);
        assertEquals(0x25, pair.acknowledge());
    }

    @Test
    void pollingAcknowledges() {
        pulse(6);
        pair.out(MASTER, 0x0C);
        assertEquals(0x86, pair.in(MASTER));
        assertFalse(bench.lamp.lit);
        pair.out(MASTER, 0x0B);
        assertEquals(0x40, pair.in(MASTER));
    }

    @Test
    void aSpeciallyNestedMasterTakesAHigherLevelOfTheSlave() {
        write(MASTER, 0x11, 0x20, 0x04, 0x11);
        pulse(12);
        assertEquals(0x2C, pair.acknowledge());
        pulse(9);
        assertEquals(0x29, pair.acknowledge());
    }

    @Test
    void initializationForgetsEdges() {
        pair.setLine(4, true);
        initialize();
        assertFalse(bench.lamp.lit);
        pulse(4);
        assertTrue(bench.lamp.lit);
    }
}
