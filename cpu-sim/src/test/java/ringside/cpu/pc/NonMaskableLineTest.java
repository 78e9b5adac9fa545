package ringside.cpu.pc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** The wire of the non-maskable interrupt, by ports 0x61 and 0x70. @board 82371AB NMISC, NMIEN */
class NonMaskableLineTest {
    private static final int PORT_61 = 4;
    private static final byte[] PRESS = {1};

    private final PcBench bench = new PcBench();
    private final IntervalTimer timer =
            new IntervalTimer("pit", bench.clock, PcBench.PIT_HERTZ, bench.lamp, bench.nonMaskable);
    private final CmosClock cmos =
            new CmosClock("cmos", bench.clock, 4_000_000, 1 << 20, bench.lamp, bench.nonMaskable);

    private boolean isShown() {
        return (timer.in(PORT_61) & 0x40) != 0;
    }

    @Test
    void afterResetPort70HoldsItBack() {
        bench.nonMaskable.receive(PRESS);
        assertTrue(isShown());
        assertFalse(bench.nonMaskablePin.lit);
        cmos.out(0, 0x0D);
        assertTrue(bench.nonMaskablePin.lit, "what is latched comes when it may");
        cmos.reset();
        assertFalse(bench.nonMaskablePin.lit);
    }

    @Test
    void theButtonIsLatchedUntilBit3ClearsIt() {
        cmos.out(0, 0x0D);
        bench.nonMaskable.receive(PRESS);
        bench.nonMaskable.receive(PRESS);
        assertEquals(1, bench.nonMaskablePin.rises);
        timer.out(PORT_61, 0x08);
        assertFalse(isShown());
        assertFalse(bench.nonMaskablePin.lit);
        bench.nonMaskable.receive(PRESS);
        assertFalse(isShown(), "it is off");
        timer.out(PORT_61, 0x00);
        assertFalse(isShown());
        bench.nonMaskable.receive(PRESS);
        assertEquals(2, bench.nonMaskablePin.rises);
    }

    @Test
    void holdingBackIsAnotherEdgeWhenItEnds() {
        cmos.out(0, 0x0D);
        bench.nonMaskable.receive(PRESS);
        cmos.out(0, 0x8D);
        cmos.out(0, 0x0D);
        assertEquals(2, bench.nonMaskablePin.rises);
    }

    @Test
    void theOtherBitsOfThePortDoNotTouchIt() {
        cmos.out(0, 0x0D);
        bench.nonMaskable.receive(PRESS);
        timer.out(PORT_61, 0x03);
        assertTrue(isShown());
        assertEquals(0x03, timer.in(PORT_61) & 0x0F);
        timer.reset();
        assertFalse(isShown());
    }

    @Test
    void itIsSavedWithThePort() {
        cmos.out(0, 0x0D);
        bench.nonMaskable.receive(PRESS);
        byte[] saved = bench.save(timer, cmos);
        timer.out(PORT_61, 0x08);
        cmos.out(0, 0x8D);
        int rises = bench.nonMaskablePin.rises;
        bench.restore(saved, timer, cmos);
        assertTrue(isShown());
        assertEquals(rises, bench.nonMaskablePin.rises, "nothing happens while a state is restored");
        timer.out(PORT_61, 0x00);
        assertTrue(bench.nonMaskablePin.lit);
    }
}
