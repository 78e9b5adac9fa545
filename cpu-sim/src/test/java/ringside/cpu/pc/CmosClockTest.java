package ringside.cpu.pc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The clock, by the data sheet of the MC146818A, and what firmware leaves in its memory. */
class CmosClockTest {
    private static final long HERTZ = 32_768;

    private final PcBench bench = new PcBench();
    private final CmosClock clock = new CmosClock("cmos", bench.clock, HERTZ, 64 << 20, bench.lamp, bench.nonMaskable);

    private int read(int number) {
        clock.out(0, number);
        return clock.in(1);
    }

    private void write(int number, int value) {
        clock.out(0, number);
        clock.out(1, value);
    }

    @Test
    void everyMachineIsSwitchedOnAtTheFirstSecondOf2026() {
        assertEquals(0x00, read(0));
        assertEquals(0x00, read(2));
        assertEquals(0x00, read(4));
        assertEquals(0x05, read(6), "a Thursday");
        assertEquals(0x01, read(7));
        assertEquals(0x01, read(8));
        assertEquals(0x26, read(9));
        assertEquals(0x20, read(0x32));
    }

    @Test
    void timePassesWithTheClock() {
        bench.run(59 * HERTZ);
        assertEquals(0x59, read(0));
        assertEquals(0x00, read(2));
        bench.run(HERTZ);
        assertEquals(0x00, read(0));
        assertEquals(0x01, read(2));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            # mode B, hour written, hour read in binary 24-hour mode
            0x02, 0x23, 23
            0x06, 23, 23
            0x00, 0x12, 0
            0x00, 0x92, 12
            0x00, 0x91, 23
            0x04, 0x81, 13
            """)
    void hoursHaveFourWaysToBeWritten(int mode, int written, int hour) {
        write(11, mode);
        write(4, written);
        assertEquals(written, read(4));
        write(11, 0x06);
        assertEquals(hour, read(4));
    }

    @Test
    void whileSetTheTimeStandsStill() {
        write(11, 0x82);
        write(0, 0x30);
        bench.run(10 * HERTZ);
        assertEquals(0x30, read(0));
        write(11, 0x02);
        bench.run(HERTZ);
        assertEquals(0x31, read(0));
    }

    @Test
    void anUpdateIsAnnounced() {
        assertEquals(0x26, read(10));
        bench.run(HERTZ - 8);
        assertEquals(0xA6, read(10));
        bench.run(8);
        assertEquals(0x26, read(10));
    }

    @Test
    void updatesInterruptUntilRegisterCIsRead() {
        write(11, 0x12);
        bench.run(HERTZ);
        assertTrue(bench.lamp.lit);
        assertEquals(0x90, read(12) & 0xB0);
        assertFalse(bench.lamp.lit);
        assertEquals(0x00, read(12));
        bench.run(2 * HERTZ);
        assertEquals(2, bench.lamp.rises, "a flag that was not read holds the line");
    }

    @Test
    void theAlarmComparesAndKnowsWildcards() {
        write(1, 0x03);
        write(3, 0xC0);
        write(5, 0xFF);
        write(11, 0x22);
        bench.run(3 * HERTZ - 1);
        assertFalse(bench.lamp.lit);
        bench.run(1);
        assertTrue(bench.lamp.lit);
        assertEquals(0x20, read(12) & 0x20);
    }

    @ParameterizedTest
    @CsvSource({"3, 4", "6, 32", "10, 512", "15, 16384", "1, 128", "2, 256"})
    void theRateIsAPowerOfTwo(int rate, int cycles) {
        write(10, 0x20 | rate);
        write(11, 0x42);
        int count = 0;
        for (int i = 0; i < 4 * cycles; i++) {
            bench.run(1);
            count += (read(12) & 0x40) != 0 ? 1 : 0;
        }
        assertEquals(4, count);
    }

    @Test
    void flagsAreSetEvenIfTheyDoNotInterrupt() {
        bench.run(HERTZ);
        assertEquals(0x50, read(12));
        assertFalse(bench.lamp.lit);
    }

    @ParameterizedTest
    @CsvSource({"0x15, 0x80", "0x16, 0x02", "0x17, 0x00", "0x18, 0xFC", "0x34, 0x00", "0x35, 0x03", "0x0D, 0x80"})
    void firmwareHasLeftTheSizeOfMemory(int number, int value) {
        assertEquals(value, read(number));
    }

    @Test
    void theIndexHoldsTheNonMaskableInterruptBack() {
        bench.nonMaskable.receive(new byte[] {1});
        clock.out(0, 0x8F);
        clock.out(1, 0x12);
        assertFalse(bench.nonMaskablePin.lit);
        assertEquals(0x12, read(0x0F));
        assertTrue(bench.nonMaskablePin.lit, "reading selects without bit 7");
    }

    @Test
    void nonsenseIsBroughtIntoRange() {
        write(11, 0x06);
        write(8, 200);
        write(7, 99);
        write(4, 77);
        assertTrue(read(8) >= 1 && read(8) <= 12);
        assertTrue(read(7) >= 1 && read(7) <= 31);
        assertTrue(read(4) < 24);
    }
}
