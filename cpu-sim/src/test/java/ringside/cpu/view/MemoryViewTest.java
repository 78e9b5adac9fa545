package ringside.cpu.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.LongUnaryOperator;
import org.junit.jupiter.api.Test;
import ringside.cpu.bus.Bus;
import ringside.cpu.bus.BusFault;
import ringside.cpu.bus.Ram;
import ringside.cpu.bus.Width;

/** Memory is read page by page, with the same outcome as byte by byte. */
class MemoryViewTest {
    private static final long RAM = 0x2_0000;
    private static final int SIZE = 3 * 4096;

    private final Bus bus = new Bus();

    MemoryViewTest() {
        bus.map(new Ram("ram", RAM, SIZE));
        byte[] content = new byte[SIZE];
        for (int i = 0; i < SIZE; i++) {
            content[i] = (byte) (i * 7 + (i >>> 8));
        }
        bus.poke(RAM, content);
    }

    private void assertAsByteByByte(LongUnaryOperator physical, long address, int length) {
        MemoryView view = MemoryView.read(bus, physical, address, length);
        assertEquals(length, view.length());
        for (int i = 0; i < length; i++) {
            long at = physical.applyAsLong(address + i);
            boolean answers = at != -1;
            int expected = 0;
            try {
                expected = answers ? (int) bus.peek(at, Width.BYTE) : 0;
            } catch (BusFault nothing) {
                answers = false;
            }
            assertEquals(answers, view.isReadable(i), "byte " + i);
            assertEquals(expected, view.at(i), "byte " + i);
        }
    }

    @Test
    void bytesAcrossPagesAndTheEndsOfMemory() {
        assertAsByteByByte(LongUnaryOperator.identity(), RAM - 10, SIZE + 20);
        assertAsByteByByte(LongUnaryOperator.identity(), RAM + 4090, 12);
        assertAsByteByByte(LongUnaryOperator.identity(), RAM + SIZE - 1, 2);
    }

    /** Neighbouring pages lie apart, and one is not there. */
    @Test
    void pagesThatAreTranslatedEachInItsOwnWay() {
        LongUnaryOperator swapped = address -> switch ((int) (address >>> 12)) {
            case 0 -> RAM + 2 * 4096 + (address & 0xFFF);
            case 1 -> RAM + (address & 0xFFF);
            default -> -1;
        };
        assertAsByteByByte(swapped, 0, 3 * 4096);
        assertAsByteByByte(swapped, 4000, 200);
        MemoryView view = MemoryView.read(bus, swapped, 8190, 4);
        assertTrue(view.isReadable(1));
        assertFalse(view.isReadable(2));
    }
}
