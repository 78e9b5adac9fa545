package ringside.cpu.pc.boot;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Little-endian bytes that grow, and in which values can be put at any offset. */
final class ByteWriter {
    private byte[] bytes = new byte[256];
    private int length;

    int length() {
        return length;
    }

    private void reach(int end) {
        if (end > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(end, 2 * bytes.length));
        }
        length = Math.max(length, end);
    }

    /** Puts the low bytes of a value at an offset. */
    void put(int at, int size, long value) {
        reach(at + size);
        for (int i = 0; i < size; i++) {
            bytes[at + i] = (byte) (value >>> 8 * i);
        }
    }

    void put(int at, byte[] value) {
        reach(at + value.length);
        System.arraycopy(value, 0, bytes, at, value.length);
    }

    void put(int at, String text) {
        put(at, text.getBytes(StandardCharsets.US_ASCII));
    }

    ByteWriter u8(int value) {
        put(length, 1, value);
        return this;
    }

    ByteWriter u16(int value) {
        put(length, 2, value);
        return this;
    }

    ByteWriter u32(long value) {
        put(length, 4, value);
        return this;
    }

    ByteWriter u64(long value) {
        put(length, 8, value);
        return this;
    }

    /** A text with a zero behind it. */
    ByteWriter text(String value) {
        put(length, value.getBytes(StandardCharsets.UTF_8));
        return u8(0);
    }

    ByteWriter bytes(byte[] value) {
        put(length, value);
        return this;
    }

    /** Zeros up to a multiple. */
    ByteWriter align(int multiple) {
        reach((length + multiple - 1) / multiple * multiple);
        return this;
    }

    byte[] toByteArray() {
        return Arrays.copyOf(bytes, length);
    }
}
