package ringside.cpu.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import ringside.cpu.device.Bench.Lamp;

/** The watchdog barks first and bites then. */
class CmsdkWatchdogTest {
    private static final int LOAD = 0x00;
    private static final int VALUE = 0x04;
    private static final int CONTROL = 0x08;
    private static final int INTCLR = 0x0C;
    private static final int LOCK = 0xC00;

    private final Bench bench = new Bench();
    private final Lamp lamp = new Lamp();
    private int resets;
    private final CmsdkWatchdog watchdog = new CmsdkWatchdog("watchdog", bench.clock, lamp, () -> resets++);

    private void start(int control) {
        Bench.write(watchdog, LOAD, 10);
        Bench.write(watchdog, CONTROL, control);
    }

    @Test
    void firstTimeoutInterruptsSecondResets() {
        start(3);
        bench.run(10);
        assertTrue(lamp.lit);
        assertEquals(0, resets);
        bench.run(11);
        assertEquals(1, resets);
    }

    @Test
    void clearingTheInterruptInTimePreventsTheReset() {
        start(3);
        for (int i = 0; i < 5; i++) {
            bench.run(15);
            Bench.write(watchdog, INTCLR, 1);
            assertFalse(lamp.lit);
        }
        assertEquals(0, resets);
        assertEquals(5, lamp.rises);
    }

    @Test
    void withoutResetEnableItOnlyInterrupts() {
        start(1);
        bench.run(200);
        assertEquals(0, resets);
        assertTrue(lamp.lit);
    }

    @Test
    void aLockedWatchdogIgnoresWrites() {
        start(3);
        Bench.write(watchdog, LOCK, 0);
        assertEquals(1, Bench.read(watchdog, LOCK));
        Bench.write(watchdog, CONTROL, 0);
        assertEquals(3, Bench.read(watchdog, CONTROL));
        Bench.write(watchdog, LOCK, 0x1ACC_E551);
        Bench.write(watchdog, CONTROL, 0);
        bench.run(100);
        assertEquals(0, lamp.rises);
    }

    @Test
    void countsFromAllOnesAfterReset() {
        assertEquals(-1, Bench.read(watchdog, LOAD));
        assertEquals(-1, Bench.read(watchdog, VALUE));
    }
}
