package ringside.cpu.view;

import java.util.Arrays;
import java.util.function.LongUnaryOperator;
import ringside.cpu.bus.Bus;
import ringside.cpu.bus.Bus.RamLocation;
import ringside.cpu.bus.BusFault;
import ringside.cpu.bus.Ram;
import ringside.cpu.bus.Width;

/**
 * Bytes of memory as they are, read without effects.
 *
 * @param address the address of the first byte
 * @param bytes the bytes; 0 where {@code readable} is false
 * @param readable for each byte, whether something answers there
 */
public record MemoryView(long address, byte[] bytes, boolean[] readable) {
    /** Copies the arrays. */
    public MemoryView {
        bytes = bytes.clone();
        readable = readable.clone();
    }

    /** The bytes, a copy. */
    @Override
    public byte[] bytes() {
        return bytes.clone();
    }

    /** For each byte whether something answers there, a copy. */
    @Override
    public boolean[] readable() {
        return readable.clone();
    }

    /** How many bytes. */
    public int length() {
        return bytes.length;
    }

    /** One byte, 0 to 255. */
    public int at(int index) {
        return bytes[index] & 0xFF;
    }

    /** Whether something answers at that byte. */
    public boolean isReadable(int index) {
        return readable[index];
    }

    /**
     * Reads bytes of a bus without effects.
     *
     * @param physical the physical address of an address as code uses it, or -1 if it has none
     */
    public static MemoryView read(Bus bus, LongUnaryOperator physical, long address, int length) {
        byte[] bytes = new byte[length];
        boolean[] readable = new boolean[length];
        int i = 0;
        while (i < length) {
            long at = physical.applyAsLong(address + i);
            RamLocation ram = at == -1 ? null : bus.ramAt(at);
            if (ram == null) {
                readByte(bus, at, i++, bytes, readable);
            } else {
                int count = Math.min(length - i, inOnePage(address + i, ram));
                System.arraycopy(ram.ram().page(ram.page()), ram.offset(), bytes, i, count);
                Arrays.fill(readable, i, i + count, true);
                i += count;
            }
        }
        return new MemoryView(address, bytes, readable);
    }

    /** How many bytes from an address on are translated alike and lie in the same page of RAM. */
    private static int inOnePage(long address, RamLocation ram) {
        int ofAddress = Ram.PAGE_SIZE - (int) (address & (Ram.PAGE_SIZE - 1));
        return Math.min(ofAddress, Ram.PAGE_SIZE - ram.offset());
    }

    private static void readByte(Bus bus, long at, int place, byte[] bytes, boolean[] readable) {
        try {
            if (at != -1) {
                bytes[place] = (byte) bus.peek(at, Width.BYTE);
                readable[place] = true;
            }
        } catch (BusFault nothing) {
            readable[place] = false;
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MemoryView that
                && address == that.address
                && Arrays.equals(bytes, that.bytes)
                && Arrays.equals(readable, that.readable);
    }

    @Override
    public int hashCode() {
        return Long.hashCode(address) * 31 + Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "MemoryView[" + length() + " bytes at 0x" + Long.toHexString(address) + "]";
    }
}
