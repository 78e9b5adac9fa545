package ringside.cpu.pc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ringside.cpu.bus.Width;

/** The I/O APIC, by the data sheet of the 82093AA (Intel 290566). */
class IoApicTest {
    private static final int LEVEL = 1 << 15;
    private static final int MASKED = 1 << 16;
    private static final int REMOTE_IRR = 1 << 14;

    private final List<ApicMessage> sent = new ArrayList<>();
    private final IoApic ioApic = new IoApic("ioapic", sent::add);

    private void write(int register, int value) {
        ioApic.store(0x00, Width.WORD, register);
        ioApic.store(0x10, Width.WORD, value);
    }

    private int read(int register) {
        ioApic.store(0x00, Width.WORD, register);
        return ioApic.load(0x10, Width.WORD);
    }

    @Test
    void itHas24MaskedInputs() {
        assertEquals(0x0017_0020, read(1));
        for (int i = 0; i < 24; i++) {
            assertEquals(MASKED, read(0x10 + 2 * i));
            assertEquals(0, read(0x11 + 2 * i));
        }
        assertEquals(0, read(0x40));
    }

    @Test
    void anEdgeIsSentOnce() {
        write(0x10 + 2 * 4, 0x34);
        write(0x11 + 2 * 4, 0x0500_0000);
        ioApic.setLine(4, true);
        ioApic.setLine(4, true);
        assertEquals(List.of(new ApicMessage(0x34, 0, false, false, 5)), sent);
        ioApic.setLine(4, false);
        ioApic.setLine(4, true);
        assertEquals(2, sent.size());
    }

    @Test
    void anEdgeAtAMaskedInputIsLost() {
        ioApic.setLine(4, true);
        write(0x10 + 2 * 4, 0x34);
        assertEquals(List.of(), sent);
    }

    @Test
    void aLevelIsSentAgainAfterItsEndWhileItLasts() {
        write(0x10 + 2 * 9, LEVEL | 0x59);
        ioApic.setLine(9, true);
        assertEquals(1, sent.size());
        assertEquals(LEVEL | REMOTE_IRR | 0x59, read(0x10 + 2 * 9));
        ioApic.end(0x58);
        assertEquals(1, sent.size());
        ioApic.end(0x59);
        assertEquals(2, sent.size());
        ioApic.setLine(9, false);
        ioApic.store(0x40, Width.WORD, 0x59);
        assertEquals(2, sent.size());
        assertEquals(LEVEL | 0x59, read(0x10 + 2 * 9));
    }

    @Test
    void aLevelWaitsBehindItsMask() {
        write(0x10 + 2 * 9, MASKED | LEVEL | 0x59);
        ioApic.setLine(9, true);
        assertEquals(List.of(), sent);
        write(0x10 + 2 * 9, LEVEL | 0x59);
        assertEquals(1, sent.size());
    }

    @ParameterizedTest
    @CsvSource({"0x030, 0, false", "0x130, 1, false", "0x430, 4, false", "0x730, 7, false", "0x830, 0, true"})
    void theEntrySaysHowItIsDelivered(int entry, int mode, boolean logical) {
        write(0x10 + 2 * 7, entry);
        ioApic.setLine(7, true);
        assertEquals(new ApicMessage(0x30, mode, false, logical, 0), sent.get(0));
    }

    @Test
    void readOnlyBitsStay() {
        write(0x10, 0x0001_D0FF);
        assertEquals(0x0001_80FF, read(0x10) & 0x0001_D0FF & ~0x2000);
        write(0, 0xFFFF_FFFF);
        assertEquals(0x0F00_0000, read(0));
    }

    @Test
    void requestsReachBothControllersAndTheTimerInputTwo() {
        PcBench bench = new PcBench();
        InterruptControllers pair = new InterruptControllers("pic", bench.lamp);
        InterruptWiring wiring = new InterruptWiring(pair, ioApic);
        write(0x10 + 2 * 2, 0x42);
        wiring.line(0).set(true);
        assertEquals(0x42, sent.get(0).vector());
        assertEquals(1, pair.peek(0));
    }
}
