package ringside.cpu.pc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ringside.cpu.bus.Width;

/** The timer of the local APIC in TSC-deadline mode. @sdm Vol.3A 10.5.4.1 */
class ApicDeadlineTest {
    private static final int SVR = 0x0F0;
    private static final int TIMER = 0x320;
    private static final int INITIAL = 0x380;
    private static final int CURRENT = 0x390;
    private static final int DEADLINE = 0x4_0000;
    private static final int MASKED = 0x1_0000;

    private final PcBench bench = new PcBench();
    private final LocalApic apic = new LocalApic("lapic", bench.clock, new CountingConnections());

    @BeforeEach
    void waitForDeadlines() {
        write(SVR, 0x1FF);
        write(TIMER, DEADLINE | 0x40);
    }

    private void write(int offset, int value) {
        apic.store(offset, Width.WORD, value);
    }

    private boolean expires() {
        boolean pending = apic.isPending();
        if (pending) {
            assertEquals(0x40, apic.acknowledge());
            write(0xB0, 0);
        }
        return pending;
    }

    @Test
    void itInterruptsOnceWhenTheCounterReachesTheDeadline() {
        apic.setTimerDeadline(100);
        assertEquals(100, apic.timerDeadline());
        bench.run(99);
        assertFalse(expires());
        bench.run(1);
        assertTrue(expires());
        assertEquals(0, apic.timerDeadline(), "it is disarmed");
        bench.run(1000);
        assertFalse(expires());
    }

    @Test
    void aDeadlineInThePastInterruptsAtOnce() {
        bench.run(50);
        apic.setTimerDeadline(50);
        assertTrue(expires());
        apic.setTimerDeadline(7);
        assertTrue(expires());
        assertEquals(0, apic.timerDeadline());
    }

    @Test
    void zeroDisarmsAndANewDeadlineReplacesTheOld() {
        apic.setTimerDeadline(100);
        apic.setTimerDeadline(0);
        bench.run(200);
        assertFalse(expires());
        apic.setTimerDeadline(300);
        apic.setTimerDeadline(400);
        bench.run(199);
        assertFalse(expires());
        bench.run(1);
        assertTrue(expires());
    }

    @Test
    void deadlinesAreUnsigned() {
        apic.setTimerDeadline(-1);
        bench.run(100);
        assertFalse(expires());
        assertEquals(-1, apic.timerDeadline());
        apic.setTimeStampOffset(-200);
        assertEquals(-1, apic.timerDeadline());
        bench.run(99);
        assertTrue(expires(), "the counter is at its largest value");
    }

    @Test
    void aMaskedDeadlinePassesUnheard() {
        write(TIMER, DEADLINE | MASKED | 0x40);
        apic.setTimerDeadline(100);
        bench.run(99);
        assertEquals(100, apic.timerDeadline());
        bench.run(1);
        assertEquals(0, apic.timerDeadline());
        write(TIMER, DEADLINE | 0x40);
        bench.run(100);
        assertFalse(expires());
    }

    @Test
    void unmaskedInTimeItInterrupts() {
        write(TIMER, DEADLINE | MASKED | 0x40);
        apic.setTimerDeadline(100);
        bench.run(50);
        write(TIMER, DEADLINE | 0x40);
        bench.run(49);
        assertFalse(expires());
        bench.run(1);
        assertTrue(expires());
    }

    @Test
    void aWriteOfTheCounterBringsTheDeadlineNearer() {
        apic.setTimerDeadline(1000);
        bench.run(10);
        apic.setTimeStampOffset(900);
        bench.run(89);
        assertFalse(expires());
        bench.run(1);
        assertTrue(expires());
        apic.setTimerDeadline(2000);
        apic.setTimeStampOffset(5000);
        assertTrue(expires(), "the counter has gone past it");
    }

    @Test
    void aResetSetsTheCounterBackAnInitDoesNot() {
        apic.setTimeStampOffset(1000);
        apic.initialized();
        waitForDeadlines();
        apic.setTimerDeadline(1010);
        bench.run(10);
        assertTrue(expires());
        apic.reset();
        waitForDeadlines();
        apic.setTimerDeadline(30);
        assertFalse(expires());
        bench.run(20);
        assertTrue(expires());
    }

    @Test
    void theCountsAreIdle() {
        write(INITIAL, 50);
        assertEquals(0, apic.load(INITIAL, Width.WORD));
        assertEquals(0, apic.load(CURRENT, Width.WORD));
        bench.run(100);
        assertFalse(expires());
    }

    @Test
    void inTheOtherModesTheDeadlineReadsZeroAndIgnoresWrites() {
        apic.setTimerDeadline(100);
        write(TIMER, 0x40);
        assertEquals(0, apic.timerDeadline());
        apic.setTimerDeadline(50);
        write(TIMER, DEADLINE | 0x40);
        assertEquals(0, apic.timerDeadline(), "changing the mode disarms");
        bench.run(200);
        assertFalse(expires());
        write(TIMER, 0x40);
        write(INITIAL, 10);
        write(TIMER, DEADLINE | 0x40);
        bench.run(100);
        assertFalse(expires());
    }

    @Test
    void aRestoredDeadlineGoesOn() {
        apic.setTimerDeadline(100);
        byte[] saved = bench.save(apic);
        apic.setTimerDeadline(0);
        bench.run(30);
        bench.restore(saved, apic);
        bench.run(99);
        assertFalse(expires());
        bench.run(1);
        assertTrue(expires());
    }
}
