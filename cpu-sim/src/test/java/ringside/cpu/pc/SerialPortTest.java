package ringside.cpu.pc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The 16550A, by its data sheet (National Semiconductor PC16550D). */
class SerialPortTest {
    private static final int DATA = 0;
    private static final int IER = 1;
    private static final int IIR = 2;
    private static final int LCR = 3;
    private static final int MCR = 4;
    private static final int LSR = 5;
    private static final int MSR = 6;
    /** With the crystal's frequency as the clock a character of ten bits takes 160 cycles at divisor 1. */
    private static final int CHARACTER = 160;

    private final PcBench bench = new PcBench();
    private final SerialPort port = new SerialPort("uart0", bench.clock, 1_843_200, bench.console(), bench.lamp);

    private void setUp() {
        port.out(LCR, 0x83);
        port.out(DATA, 1);
        port.out(IER, 0);
        port.out(LCR, 0x03);
        port.out(MCR, 0x0B);
    }

    private void receive(String text) {
        port.receive(text.getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void whatIsWrittenIsOnTheTerminalAtOnce() {
        for (char c : "hello".toCharArray()) {
            assertEquals(0x60, port.in(LSR));
            port.out(DATA, c);
        }
        assertEquals("hello", bench.printed());
    }

    @Test
    void theDivisorHidesBehindItsBit() {
        port.out(LCR, 0x83);
        port.out(DATA, 0x34);
        port.out(IER, 0x12);
        assertEquals(0x34, port.in(DATA));
        assertEquals(0x12, port.in(IER));
        port.out(LCR, 0x03);
        assertEquals(0x00, port.in(IER));
        assertEquals("", bench.printed());
    }

    @Test
    void aByteTakesItsTimeAndWaitsWhileTheReceiverIsFull() {
        setUp();
        receive("ab");
        bench.run(CHARACTER - 1);
        assertEquals(0x60, port.in(LSR));
        bench.run(1);
        assertEquals(0x61, port.in(LSR));
        bench.run(10 * CHARACTER);
        assertEquals('a', port.in(DATA));
        assertEquals(0x60, port.in(LSR));
        bench.run(CHARACTER);
        assertEquals('b', port.in(DATA));
        assertEquals(0x60, port.in(LSR), "and no overrun");
    }

    @ParameterizedTest
    @CsvSource({"0x07, 1", "0x47, 4", "0x87, 8", "0xC7, 14"})
    void theFifoInterruptsAtItsTriggerLevel(int control, int level) {
        setUp();
        port.out(IIR, control);
        port.out(IER, 0x01);
        receive("0123456789abcdefgh");
        bench.run((long) (level - 1) * CHARACTER);
        assertEquals(0xC1, port.in(IIR));
        bench.run(CHARACTER);
        assertEquals(0xC4, port.in(IIR));
        assertTrue(bench.lamp.lit);
        port.in(DATA);
        assertEquals(0xC1, port.in(IIR));
    }

    @Test
    void dataBelowTheTriggerTimesOut() {
        setUp();
        port.out(IIR, 0xC7);
        port.out(IER, 0x01);
        receive("x");
        bench.run(CHARACTER + 4 * CHARACTER - 1);
        assertFalse(bench.lamp.lit);
        bench.run(1);
        assertTrue(bench.lamp.lit);
        assertEquals(0xCC, port.in(IIR));
        assertEquals('x', port.in(DATA));
        assertFalse(bench.lamp.lit);
    }

    @Test
    void theTransmitterInterruptsWhenEnabledAndAfterEachByteUntilItIsIdentified() {
        setUp();
        port.out(IER, 0x02);
        assertTrue(bench.lamp.lit);
        assertEquals(0x02, port.in(IIR));
        assertFalse(bench.lamp.lit);
        assertEquals(0x01, port.in(IIR));
        port.out(DATA, 'x');
        assertEquals(0x02, port.in(IIR));
    }

    @Test
    void prioritiesAreErrorsDataTransmitterModem() {
        setUp();
        port.out(MCR, 0x1A);
        port.out(IER, 0x0F);
        port.out(DATA, 'a');
        port.out(DATA, 'b');
        assertEquals(0x06, port.in(IIR));
        assertEquals(0x63, port.in(LSR), "overrun");
        assertEquals(0x04, port.in(IIR));
        assertEquals('b', port.in(DATA), "the later byte has replaced the one before");
        assertEquals(0x02, port.in(IIR));
        assertEquals(0x00, port.in(IIR), "the modem lines changed when the loop was closed");
        port.in(MSR);
        assertEquals(0x01, port.in(IIR));
    }

    @ParameterizedTest
    @CsvSource({"0x10, 0x00", "0x11, 0x20", "0x12, 0x10", "0x14, 0x40", "0x18, 0x80", "0x1F, 0xF0"})
    void inLoopbackTheOutputsAreTheInputs(int control, int status) {
        port.out(MCR, control);
        assertEquals(status, port.in(MSR) & 0xF0);
    }

    @Test
    void aTerminalIsThere() {
        assertEquals(0xB0, port.in(MSR));
    }

    @Test
    void changesOfTheLinesAreSeenOnce() {
        port.out(MCR, 0x10);
        assertEquals(0x0B, port.in(MSR));
        assertEquals(0x00, port.in(MSR));
        port.out(MCR, 0x14);
        assertEquals(0x40, port.in(MSR), "ring counts when it ends");
        port.out(MCR, 0x10);
        assertEquals(0x04, port.in(MSR));
    }

    @Test
    void loopedBytesComeBackAndDoNotGoOut() {
        port.out(MCR, 0x10);
        port.out(DATA, 'z');
        assertEquals('z', port.in(DATA));
        assertEquals("", bench.printed());
    }

    @Test
    void withoutOut2TheInterruptStaysInside() {
        setUp();
        port.out(MCR, 0x03);
        port.out(IER, 0x02);
        assertFalse(bench.lamp.lit);
        assertEquals(0x02, port.peek(IIR));
        port.out(MCR, 0x0B);
        assertTrue(bench.lamp.lit);
    }

    @Test
    void switchingFifosClearsThem() {
        setUp();
        port.out(IIR, 0x01);
        receive("abc");
        bench.run(3 * CHARACTER);
        port.out(IIR, 0x03);
        assertEquals(0x60, port.in(LSR));
    }

    @Test
    void theScratchRegisterKeepsItsByte() {
        port.out(7, 0x5A);
        assertEquals(0x5A, port.in(7));
    }
}
