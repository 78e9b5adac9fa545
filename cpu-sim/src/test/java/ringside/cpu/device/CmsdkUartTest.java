package ringside.cpu.device;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import ringside.cpu.bus.Width;
import ringside.cpu.device.Bench.Lamp;

/** The serial port: timing, interrupts, overruns. A byte takes ten bit times of BAUDDIV cycles. */
class CmsdkUartTest {
    private static final int DATA = 0x00;
    private static final int STATE = 0x04;
    private static final int CTRL = 0x08;
    private static final int INTSTATUS = 0x0C;
    private static final int BAUDDIV = 0x10;
    private static final int BIT = 32;
    private static final int BYTE = 10 * BIT;

    private final Bench bench = new Bench();
    private final Lamp receive = new Lamp();
    private final Lamp transmit = new Lamp();
    private final Lamp overrun = new Lamp();
    private final CmsdkUart uart =
            new CmsdkUart("uart0", bench.clock, bench.console(), receive, transmit, new SharedLine(overrun));

    private void enable(int control) {
        Bench.write(uart, BAUDDIV, BIT);
        Bench.write(uart, CTRL, control);
    }

    @Test
    void aByteLeavesTheBufferAtOnceAndTheNextOneWaitsForIt() {
        enable(0x01);
        Bench.write(uart, DATA, 'a');
        assertEquals(1, Bench.read(uart, STATE));
        bench.run(BIT / 16);
        assertEquals(0, Bench.read(uart, STATE));
        assertEquals("a", bench.printed());
        Bench.write(uart, DATA, 'b');
        bench.run(BYTE - 1);
        assertEquals("a", bench.printed());
        assertEquals(1, Bench.read(uart, STATE));
        bench.run(1);
        assertEquals("ab", bench.printed());
        assertEquals(0, Bench.read(uart, STATE));
    }

    @Test
    void bytesFollowEachOtherAtTheBaudRate() {
        enable(0x01);
        for (int i = 0; i < 5; i++) {
            while ((Bench.read(uart, STATE) & 1) != 0) {
                bench.run(1);
            }
            Bench.write(uart, DATA, 'a' + i);
        }
        while ((Bench.read(uart, STATE) & 1) != 0) {
            bench.run(1);
        }
        assertEquals("abcde", bench.printed());
        assertEquals(BIT / 16 + 4 * BYTE, bench.clock.cycles());
    }

    @Test
    void writingToAFullBufferIsAnOverrunAndSendsTheByteThatWaited() {
        enable(0x11);
        Bench.write(uart, DATA, 'a');
        bench.run(BIT);
        Bench.write(uart, DATA, 'b');
        Bench.write(uart, DATA, 'c');
        assertEquals(0b0101, Bench.read(uart, STATE));
        assertTrue(overrun.lit);
        assertEquals(0b0100, Bench.read(uart, INTSTATUS));
        assertEquals("ab", bench.printed());
        bench.run(2 * BYTE);
        assertEquals("abc", bench.printed());
        Bench.write(uart, STATE, 0b0100);
        assertFalse(overrun.lit);
        assertEquals(0, Bench.read(uart, STATE));
    }

    @Test
    void theTransmitInterruptComesWhenTheBufferEmpties() {
        enable(0x05);
        assertFalse(transmit.lit);
        Bench.write(uart, DATA, 'a');
        assertFalse(transmit.lit);
        bench.run(BIT / 16);
        assertTrue(transmit.lit);
        Bench.write(uart, INTSTATUS, 1);
        assertFalse(transmit.lit);
    }

    @Test
    void aDisabledTransmitterKeepsTheByte() {
        enable(0x00);
        Bench.write(uart, DATA, 'a');
        bench.run(5 * BYTE);
        assertEquals("", bench.printed());
        Bench.write(uart, CTRL, 1);
        bench.run(BIT);
        assertEquals("a", bench.printed());
    }

    @Test
    void theResetBaudRateIsTheSmallestOne() {
        Bench.write(uart, CTRL, 1);
        Bench.write(uart, DATA, 'a');
        bench.run(1);
        Bench.write(uart, DATA, 'b');
        bench.run(159);
        assertEquals("a", bench.printed());
        bench.run(1);
        assertEquals("ab", bench.printed());
    }

    @Test
    void receivedBytesArriveOneAfterTheOther() {
        enable(0x0A);
        uart.receive(new byte[] {'x', 'y'});
        bench.run(BYTE - 1);
        assertFalse(receive.lit);
        bench.run(1);
        assertTrue(receive.lit);
        assertEquals(0b0010, Bench.read(uart, STATE));
        assertEquals('x', uart.peek(DATA, Width.WORD));
        assertEquals(0b0010, Bench.read(uart, STATE));
        assertEquals('x', Bench.read(uart, DATA));
        assertEquals(0, Bench.read(uart, STATE));
        Bench.write(uart, INTSTATUS, 2);
        assertFalse(receive.lit);
        bench.run(BYTE);
        assertEquals('y', Bench.read(uart, DATA));
    }

    @Test
    void theSenderWaitsUntilTheLastByteWasRead() {
        enable(0x2A);
        uart.receive(new byte[] {'x', 'y'});
        bench.run(5 * BYTE);
        assertEquals(0b0010, Bench.read(uart, STATE));
        assertFalse(overrun.lit);
        assertEquals('x', Bench.read(uart, DATA));
        Bench.write(uart, INTSTATUS, 0b0010);
        bench.run(BYTE - 1);
        assertFalse(receive.lit);
        bench.run(1);
        assertTrue(receive.lit);
        assertEquals('y', Bench.read(uart, DATA));
        assertEquals(0, Bench.read(uart, STATE));
    }

    @Test
    void aSenderThatWaitsRaisesTheInterruptAgain() {
        enable(0x0A);
        uart.receive(new byte[] {'x', 'y'});
        bench.run(5 * BYTE);
        assertTrue(receive.lit);
        Bench.write(uart, INTSTATUS, 0b0010);
        assertFalse(receive.lit);
        bench.run(BYTE);
        assertTrue(receive.lit, "the handler did not read: it is called again");
        assertEquals('x', Bench.read(uart, DATA));
        Bench.write(uart, INTSTATUS, 0b0010);
        bench.run(BYTE);
        assertEquals('y', Bench.read(uart, DATA));
        Bench.write(uart, INTSTATUS, 0b0010);
        bench.run(5 * BYTE);
        assertFalse(receive.lit, "nothing waits any more");
    }

    @Test
    void inputWaitsForTheReceiver() {
        uart.receive(new byte[] {'x'});
        bench.run(10 * BYTE);
        assertEquals(0, Bench.read(uart, STATE));
        enable(0x02);
        bench.run(BYTE);
        assertEquals('x', Bench.read(uart, DATA));
    }

    @Test
    void whatWaitsIsSentWhenTheGuestEnds() {
        enable(0x01);
        Bench.write(uart, DATA, 'a');
        bench.run(BIT);
        Bench.write(uart, DATA, '\n');
        uart.finishSending();
        assertEquals("a\n", bench.printed());
    }

    @Test
    void whatWaitsIsSentBeforeAReset() {
        enable(0x01);
        Bench.write(uart, DATA, 'a');
        bench.run(BIT);
        Bench.write(uart, DATA, '\n');
        uart.reset();
        assertEquals("a\n", bench.printed());
        uart.reset();
        bench.run(2 * BYTE);
        assertEquals("a\n", bench.printed());
    }

    @Test
    void goesOnFromASavedStateAsBefore() {
        enable(0x2B);
        uart.receive(new byte[] {1, 2, 3, 4});
        Bench.write(uart, DATA, 'a');
        bench.run(BYTE / 2);
        Bench.write(uart, DATA, 'b');
        byte[] saved = bench.save(uart);
        bench.run(3 * BYTE);
        byte[] later = bench.save(uart);
        bench.restore(saved, uart);
        assertArrayEquals(saved, bench.save(uart));
        bench.run(3 * BYTE);
        assertArrayEquals(later, bench.save(uart));
    }

    @Test
    void byteAccessesReachTheRegister() {
        enable(0x01);
        uart.store(DATA, Width.BYTE, 'z');
        bench.run(BIT);
        assertEquals("z", bench.printed());
        assertEquals(0xB8, uart.load(0xFE4, Width.BYTE));
    }
}
