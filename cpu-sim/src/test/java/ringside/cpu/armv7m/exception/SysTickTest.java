package ringside.cpu.armv7m.exception;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import ringside.cpu.time.Clock;

/** @arm B3.3 */
class SysTickTest {
    private static final int ENABLE = 1;
    private static final int TICKINT = 2;
    private static final int PROCESSOR_CLOCK = 4;
    private static final int COUNTFLAG = 1 << 16;

    private final Clock clock = new Clock();
    private final Nvic nvic = new Nvic(1, 3, new SystemSignals() {
        @Override
        public void pended(int number) {}

        @Override
        public void prioritiesChanged() {}

        @Override
        public void resetRequested() {}
    });
    private final SysTick timer = new SysTick(clock, nvic, 25, 9_999);

    private void pass(int cycles) {
        for (int i = 0; i < cycles; i++) {
            clock.retire();
            clock.fireDue();
        }
    }

    private boolean takePending() {
        boolean pending = nvic.isPending(ExceptionNumber.SYS_TICK);
        nvic.clearPending(ExceptionNumber.SYS_TICK);
        return pending;
    }

    @Test
    void thePeriodIsTheReloadValueAndOne() {
        timer.store(SysTick.RVR, 9);
        timer.store(SysTick.CVR, 123);
        timer.store(SysTick.CSR, ENABLE | TICKINT | PROCESSOR_CLOCK);
        pass(9);
        assertFalse(takePending());
        pass(1);
        assertTrue(takePending(), "ten cycles after the start: one to load, nine to count");
        for (int i = 0; i < 5; i++) {
            pass(9);
            assertFalse(takePending());
            pass(1);
            assertTrue(takePending());
        }
    }

    @Test
    void theCounterLoadsThenCountsDown() {
        timer.store(SysTick.RVR, 3);
        timer.store(SysTick.CSR, ENABLE | PROCESSOR_CLOCK);
        int[] expected = {0, 3, 2, 1, 0, 3, 2, 1, 0};
        for (int value : expected) {
            assertEquals(value, timer.peek(SysTick.CVR));
            pass(1);
        }
    }

    @Test
    void countflagIsSetByReachingZeroAndClearedByReadingIt() {
        timer.store(SysTick.RVR, 3);
        timer.store(SysTick.CSR, ENABLE | PROCESSOR_CLOCK);
        pass(3);
        assertEquals(0, timer.load(SysTick.CSR) & COUNTFLAG);
        pass(1);
        assertEquals(COUNTFLAG, timer.peek(SysTick.CSR) & COUNTFLAG, "a peek does not clear it");
        assertEquals(COUNTFLAG, timer.load(SysTick.CSR) & COUNTFLAG);
        assertEquals(0, timer.load(SysTick.CSR) & COUNTFLAG);
        pass(4);
        timer.store(SysTick.CVR, 7);
        assertEquals(0, timer.load(SysTick.CSR) & COUNTFLAG, "a write to CVR clears it");
    }

    @Test
    void writingTheCounterClearsItWithoutAnException() {
        timer.store(SysTick.RVR, 9);
        timer.store(SysTick.CSR, ENABLE | TICKINT | PROCESSOR_CLOCK);
        pass(5);
        timer.store(SysTick.CVR, 5);
        assertEquals(0, timer.peek(SysTick.CVR));
        assertFalse(takePending());
        pass(9);
        assertFalse(takePending());
        pass(1);
        assertTrue(takePending());
    }

    @Test
    void aReloadOfZeroStopsAtTheNextWrap() {
        timer.store(SysTick.RVR, 4);
        timer.store(SysTick.CSR, ENABLE | TICKINT | PROCESSOR_CLOCK);
        pass(2);
        timer.store(SysTick.RVR, 0);
        pass(3);
        assertTrue(takePending());
        pass(100);
        assertFalse(takePending());
        assertEquals(0, timer.peek(SysTick.CVR));
    }

    @Test
    void theReferenceClockTicksEvery25Cycles() {
        timer.store(SysTick.RVR, 3);
        timer.store(SysTick.CSR, ENABLE | TICKINT);
        pass(99);
        assertFalse(takePending());
        pass(1);
        assertTrue(takePending());
        assertEquals(9_999, timer.load(SysTick.CALIB));
    }

    @Test
    void itCountsInSleep() {
        timer.store(SysTick.RVR, 999);
        timer.store(SysTick.CSR, ENABLE | TICKINT | PROCESSOR_CLOCK);
        pass(10);
        assertTrue(clock.skipToNextDue());
        clock.fireDue();
        assertTrue(takePending());
        assertEquals(1000, clock.cycles());
        assertEquals(10, clock.instructions());
    }

    /** The lazy counter against one that is counted tick by tick. */
    @Test
    void itIsWhatCountingGives() {
        long seed = 7;
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        int value = 0;
        int reload = 0;
        boolean enabled = false;
        boolean flag = false;
        for (int i = 0; i < 20_000; i++) {
            switch (random.nextInt(40)) {
                case 0 -> {
                    reload = random.nextInt(20);
                    timer.store(SysTick.RVR, reload);
                }
                case 1 -> {
                    enabled = random.nextInt(4) != 0;
                    int bits = (enabled ? ENABLE : 0) | PROCESSOR_CLOCK | random.nextInt(2) * TICKINT;
                    timer.store(SysTick.CSR, bits);
                }
                case 2 -> {
                    timer.store(SysTick.CVR, 1);
                    value = 0;
                    flag = false;
                }
                case 3 -> {
                    assertEquals(flag, (timer.load(SysTick.CSR) & COUNTFLAG) != 0, "step " + i);
                    flag = false;
                }
                default -> {}
            }
            assertEquals(value, timer.peek(SysTick.CVR), "step " + i);
            pass(1);
            if (enabled) {
                flag |= value == 1;
                value = value == 0 ? reload : value - 1;
            }
        }
    }
}
