package ringside.cpu.semihosting;

import java.nio.charset.StandardCharsets;
import ringside.cpu.bus.Bus;
import ringside.cpu.bus.BusFault;
import ringside.cpu.bus.Width;

/** Guest memory as a debugger reaches it: without effects, past the MPU. Its methods throw {@link BusFault}. */
final class GuestMemory {
    /** More than any text or block that a call can sensibly move. */
    private static final int LONGEST = 16 << 20;

    private final Bus bus;
    private boolean written;

    GuestMemory(Bus bus) {
        this.bus = bus;
    }

    /** Whether something was written since this was last asked. */
    boolean takeWritten() {
        boolean was = written;
        written = false;
        return was;
    }

    int word(int address) {
        return (int) bus.peek(Integer.toUnsignedLong(address), Width.WORD);
    }

    /** Word number {@code index} of the parameter block. */
    int parameter(int block, int index) {
        return word(block + 4 * index);
    }

    int byteAt(int address) {
        return (int) bus.peek(Integer.toUnsignedLong(address), Width.BYTE);
    }

    byte[] bytes(int address, int length) {
        requireLength(address, length);
        byte[] result = new byte[length];
        for (int i = 0; i < length; i++) {
            result[i] = (byte) byteAt(address + i);
        }
        return result;
    }

    /** A text of so many bytes, read as UTF-8. */
    String text(int address, int length) {
        return new String(bytes(address, length), StandardCharsets.UTF_8);
    }

    void setWord(int address, int value) {
        set(address, new byte[] {(byte) value, (byte) (value >>> 8), (byte) (value >>> 16), (byte) (value >>> 24)});
    }

    void set(int address, byte[] bytes) {
        written |= bus.ramAt(Integer.toUnsignedLong(address)) != null;
        bus.poke(Integer.toUnsignedLong(address), bytes);
    }

    private static void requireLength(int address, int length) {
        if (length < 0 || length > LONGEST) {
            throw new BusFault(Integer.toUnsignedLong(address));
        }
    }
}
