package ringside.cpu.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import ringside.cpu.device.Bench.Lamp;

/** The dual timer, mode by mode. */
class CmsdkDualTimerTest {
    private static final int LOAD = 0x00;
    private static final int VALUE = 0x04;
    private static final int CONTROL = 0x08;
    private static final int INTCLR = 0x0C;
    private static final int RIS = 0x10;
    private static final int MIS = 0x14;
    private static final int BGLOAD = 0x18;
    private static final int SECOND = 0x20;

    private final Bench bench = new Bench();
    private final Lamp lamp = new Lamp();
    private final CmsdkDualTimer timer = new CmsdkDualTimer("dualtimer", bench.clock, lamp);

    @Test
    void hasTheResetValuesOfTheManual() {
        for (int half = 0; half <= SECOND; half += SECOND) {
            assertEquals(0, Bench.read(timer, half + LOAD));
            assertEquals(-1, Bench.read(timer, half + VALUE));
            assertEquals(0x20, Bench.read(timer, half + CONTROL));
        }
        assertEquals(0x23, Bench.read(timer, 0xFE0));
    }

    @Test
    void freeRunningSixteenBitsWrapAndKeepTheHighHalf() {
        Bench.write(timer, LOAD, 0x1234_0002);
        Bench.write(timer, CONTROL, 0x80);
        bench.run(2);
        assertEquals(0x1234_0000, Bench.read(timer, VALUE));
        bench.run(1);
        assertEquals(0x1234_FFFF, Bench.read(timer, VALUE));
        assertEquals(1, Bench.read(timer, RIS));
        assertEquals(0, Bench.read(timer, MIS));
        assertFalse(lamp.lit);
    }

    @Test
    void periodicReloadsAndInterrupts() {
        Bench.write(timer, CONTROL, 0x62);
        Bench.write(timer, LOAD, 9);
        Bench.write(timer, CONTROL, 0xE2);
        bench.run(9);
        assertTrue(lamp.lit);
        Bench.write(timer, INTCLR, 0);
        assertFalse(lamp.lit);
        bench.run(9);
        assertFalse(lamp.lit);
        bench.run(1);
        assertTrue(lamp.lit);
    }

    @Test
    void backgroundLoadCountsFromTheNextPeriodOn() {
        Bench.write(timer, CONTROL, 0x62);
        Bench.write(timer, LOAD, 4);
        Bench.write(timer, CONTROL, 0xE2);
        Bench.write(timer, BGLOAD, 20);
        assertEquals(4, Bench.read(timer, VALUE));
        bench.run(5);
        assertEquals(20, Bench.read(timer, VALUE));
    }

    @Test
    void oneShotStaysAtZeroUntilLoaded() {
        Bench.write(timer, LOAD, 3);
        Bench.write(timer, CONTROL, 0xE3);
        bench.run(50);
        assertEquals(0, Bench.read(timer, VALUE));
        assertEquals(1, lamp.rises);
        Bench.write(timer, INTCLR, 0);
        Bench.write(timer, LOAD, 3);
        bench.run(50);
        assertEquals(2, lamp.rises);
    }

    @Test
    void prescalerDividesTheClock() {
        Bench.write(timer, LOAD, 3);
        Bench.write(timer, CONTROL, 0xE6);
        bench.run(47);
        assertFalse(lamp.lit);
        bench.run(1);
        assertTrue(lamp.lit);
    }

    @Test
    void theHalvesCountApartAndShareTheInterrupt() {
        Bench.write(timer, SECOND + LOAD, 5);
        Bench.write(timer, SECOND + CONTROL, 0xE2);
        bench.run(5);
        assertTrue(lamp.lit);
        assertEquals(0, Bench.read(timer, RIS));
        assertEquals(1, Bench.read(timer, SECOND + MIS));
    }
}
