package ringside.cpu.device;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import ringside.cpu.device.Bench.Lamp;

/** The timer counts as DDI 0479 says; the order of the numbers was compared with QEMU's machine. */
class CmsdkTimerTest {
    private static final int CTRL = 0;
    private static final int VALUE = 4;
    private static final int RELOAD = 8;
    private static final int INTSTATUS = 12;

    private final Bench bench = new Bench();
    private final Lamp lamp = new Lamp();
    private final CmsdkTimer timer = new CmsdkTimer("timer0", bench.clock, lamp);

    private void start(int reload) {
        Bench.write(timer, RELOAD, reload);
        Bench.write(timer, CTRL, 0b1001);
    }

    @Test
    void countsToZeroAndStaysThereForOneCycle() {
        start(3);
        int[] seen = new int[9];
        for (int i = 0; i < seen.length; i++) {
            seen[i] = Bench.read(timer, VALUE);
            bench.run(1);
        }
        assertArrayEquals(new int[] {3, 2, 1, 0, 3, 2, 1, 0, 3}, seen);
    }

    @Test
    void interruptsWhenTheCountReachesZeroUntilCleared() {
        start(10);
        bench.run(9);
        assertFalse(lamp.lit);
        bench.run(1);
        assertTrue(lamp.lit);
        assertEquals(1, Bench.read(timer, INTSTATUS));
        Bench.write(timer, INTSTATUS, 1);
        assertFalse(lamp.lit);
        bench.run(10);
        assertFalse(lamp.lit);
        bench.run(1);
        assertTrue(lamp.lit);
        assertEquals(2, lamp.rises);
    }

    @Test
    void withoutReloadItStopsAtZeroAndInterruptsOnce() {
        Bench.write(timer, VALUE, 2);
        Bench.write(timer, CTRL, 0b1001);
        bench.run(100);
        assertEquals(0, Bench.read(timer, VALUE));
        assertEquals(1, lamp.rises);
    }

    @Test
    void disabledInterruptLeavesNoStatus() {
        Bench.write(timer, RELOAD, 3);
        Bench.write(timer, CTRL, 1);
        bench.run(20);
        assertEquals(0, Bench.read(timer, INTSTATUS));
        assertEquals(0, lamp.rises);
    }

    @Test
    void keepsItsCountWhileStopped() {
        start(100);
        bench.run(30);
        Bench.write(timer, CTRL, 0);
        bench.run(50);
        assertEquals(70, Bench.read(timer, VALUE));
        Bench.write(timer, CTRL, 0b1001);
        bench.run(70);
        assertTrue(lamp.lit);
    }

    @Test
    void countsUnsigned() {
        start(-1);
        bench.run(1000);
        assertEquals(-1001, Bench.read(timer, VALUE));
    }

    @Test
    void goesOnFromASavedStateAsBefore() {
        start(50);
        bench.run(20);
        byte[] saved = bench.save(timer);
        bench.run(500);
        byte[] later = bench.save(timer);
        bench.restore(saved, timer);
        assertArrayEquals(saved, bench.save(timer));
        bench.run(500);
        assertArrayEquals(later, bench.save(timer));
    }

    @Test
    void identifiesItself() {
        assertEquals(0x22, Bench.read(timer, 0xFE0));
        assertEquals(0xB1, Bench.read(timer, 0xFFC));
    }

    @Test
    void resetStopsIt() {
        start(5);
        bench.run(7);
        timer.reset();
        assertFalse(lamp.lit);
        bench.run(100);
        assertEquals(0, Bench.read(timer, VALUE));
        assertEquals(1, lamp.rises);
    }
}
