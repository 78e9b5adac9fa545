package ringside.cpu.state;

import java.io.ByteArrayOutputStream;

/** Writes state as bytes: big-endian numbers of fixed size, so that equal states give equal bytes. */
public final class StateWriter {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);

    /** Writes one byte: 1 for true, 0 for false. */
    public void flag(boolean value) {
        bytes.write(value ? 1 : 0);
    }

    /** Writes the low eight bits. */
    public void byteValue(int value) {
        bytes.write(value);
    }

    /** Writes four bytes. */
    public void word(int value) {
        bytes.write(value >>> 24);
        bytes.write(value >>> 16);
        bytes.write(value >>> 8);
        bytes.write(value);
    }

    /** Writes eight bytes. */
    public void doubleword(long value) {
        word((int) (value >>> 32));
        word((int) value);
    }

    /** Writes a length and then the bytes. */
    public void block(byte[] value) {
        word(value.length);
        bytes.write(value, 0, value.length);
    }

    /** Writes a length and then each word. */
    public void words(int[] values) {
        word(values.length);
        for (int value : values) {
            word(value);
        }
    }

    /** Writes a text as its UTF-8 bytes with their length. */
    public void text(String value) {
        block(value.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    /** What has been written so far. */
    public byte[] toByteArray() {
        return bytes.toByteArray();
    }
}
