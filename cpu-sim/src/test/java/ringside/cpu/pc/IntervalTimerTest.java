package ringside.cpu.pc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The 8254, by the timing diagrams of its data sheet (Intel 231164). One cycle of the bench is one CLK pulse. */
class IntervalTimerTest {
    private static final int CONTROL = 3;
    private static final int PORT_61 = 4;

    private final PcBench bench = new PcBench();
    private final IntervalTimer timer =
            new IntervalTimer("pit", bench.clock, PcBench.PIT_HERTZ, bench.lamp, bench.nonMaskable);

    private void program(int mode, int count) {
        timer.out(CONTROL, 0x30 | mode << 1);
        timer.out(0, count & 0xFF);
        timer.out(0, count >>> 8);
    }

    private int count(int counter) {
        timer.out(CONTROL, counter << 6);
        return timer.in(counter) | timer.in(counter) << 8;
    }

    /** OUT after each of the next pulses, as a string of H and L. */
    private String levels(int pulses) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < pulses; i++) {
            bench.run(1);
            text.append(bench.lamp.lit ? 'H' : 'L');
        }
        return text.toString();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            # mode, count, OUT after each pulse that follows the write; the first one loads the count
            0, 4, LLLLHHHHHH
            0, 3, LLLHHHHHHH
            2, 3, HHLHHLHHLH
            2, 4, HHHLHHHLHH
            3, 4, HHLLHHLLHH
            3, 5, HHHLLHHHLL
            4, 3, HHHLHHHHHH
            """)
    void theOutputFollowsTheDiagrams(int mode, int count, String expected) {
        program(mode, count);
        assertEquals(expected, levels(10), "mode " + mode);
    }

    @Test
    void modeZeroInterruptsOnceAndCountsOnPastZero() {
        program(0, 1000);
        bench.run(1000);
        assertFalse(bench.lamp.lit);
        bench.run(1);
        assertTrue(bench.lamp.lit);
        assertEquals(0, count(0));
        bench.run(1);
        assertEquals(0xFFFF, count(0));
        bench.run(200_000);
        assertEquals(1, bench.lamp.rises);
    }

    @Test
    void modeTwoInterruptsOnceAPeriod() {
        program(2, 1000);
        bench.run(10_001);
        assertEquals(1 + 10, bench.lamp.rises, "OUT rises when the mode is set, and at each reload");
    }

    @Test
    void aCountOfZeroIsTheLargest() {
        program(2, 0);
        int before = bench.lamp.rises;
        bench.run(65_536);
        assertEquals(before, bench.lamp.rises);
        bench.run(1);
        assertEquals(before + 1, bench.lamp.rises);
    }

    @Test
    void aNewCountInModeTwoWaitsForTheEndOfThePeriod() {
        program(2, 10);
        bench.run(4);
        timer.out(0, 4);
        timer.out(0, 0);
        assertEquals("HHHHHLHHHLHHHL", levels(14).substring(0, 14));
    }

    @Test
    void latchedCountStaysUntilItIsRead() {
        program(0, 1000);
        bench.run(101);
        timer.out(CONTROL, 0x00);
        bench.run(50);
        timer.out(CONTROL, 0x00);
        assertEquals(900, timer.in(0) | timer.in(0) << 8);
        bench.run(50);
        assertEquals(800, count(0));
    }

    @Test
    void readBackGivesStatusAndThenCount() {
        program(3, 1000);
        timer.out(CONTROL, 0xC2);
        assertEquals(0xF6, timer.in(0), "OUT high, count not loaded yet, both bytes, mode 3");
        timer.in(0);
        timer.in(0);
        bench.run(11);
        timer.out(CONTROL, 0xC2);
        assertEquals(0xB6, timer.in(0));
        assertEquals(980, timer.in(0) | timer.in(0) << 8, "mode 3 counts by two");
    }

    @Test
    void decimalCountersCountInDecimal() {
        timer.out(CONTROL, 0x31);
        timer.out(0, 0x00);
        timer.out(0, 0x10);
        bench.run(2);
        assertEquals(0x0999, count(0));
    }

    @Test
    void singleBytesFillTheOtherWithZero() {
        timer.out(CONTROL, 0x20);
        timer.out(0, 0x02);
        bench.run(1);
        timer.out(CONTROL, 0x00);
        assertEquals(0x02, timer.in(0));
        assertEquals(0x02, timer.in(0));
    }

    @Test
    void theGateOfCounterTwoStopsModeZero() {
        timer.out(PORT_61, 0x01);
        timer.out(CONTROL, 0xB0);
        timer.out(2, 100);
        timer.out(2, 0);
        bench.run(51);
        timer.out(PORT_61, 0x00);
        bench.run(500);
        assertEquals(50, count(2));
        assertEquals(0x00, timer.in(PORT_61) & 0x21);
        timer.out(PORT_61, 0x01);
        bench.run(50);
        assertEquals(0x21, timer.in(PORT_61) & 0x21, "OUT is high at port 61");
    }

    @Test
    void theGateStartsTheOneShot() {
        timer.out(PORT_61, 0x00);
        timer.out(CONTROL, 0xB2);
        timer.out(2, 5);
        timer.out(2, 0);
        bench.run(100);
        assertEquals(0x20, timer.in(PORT_61) & 0x20);
        timer.out(PORT_61, 0x01);
        bench.run(1);
        assertEquals(0x00, timer.in(PORT_61) & 0x20);
        bench.run(4);
        assertEquals(0x00, timer.in(PORT_61) & 0x20);
        bench.run(1);
        assertEquals(0x20, timer.in(PORT_61) & 0x20);
    }

    @Test
    void theRefreshBitToggles() {
        int seen = 0;
        for (int i = 0; i < 100; i++) {
            seen |= 1 << (timer.in(PORT_61) >>> 4 & 1);
            bench.run(1);
        }
        assertEquals(3, seen);
    }

    @Test
    void atAnotherClockThePeriodIsTheSameTime() {
        PcBench other = new PcBench();
        IntervalTimer slow = new IntervalTimer("pit", other.clock, 25_000_000, other.lamp, other.nonMaskable);
        slow.out(CONTROL, 0x34);
        slow.out(0, 11_932 & 0xFF);
        slow.out(0, 11_932 >>> 8);
        other.run(25_000_000 / 10 + 1000);
        assertEquals(1 + 10, other.lamp.rises, "100 Hz for a tenth of a second");
    }
}
