package ringside.cpu.state;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import ringside.cpu.BadInputException;

/** Reads what a {@link StateWriter} wrote, in the same order. */
public final class StateReader {
    private final ByteBuffer bytes;

    /** Starts at the first of the given bytes, which must not change while they are read. */
    public StateReader(byte[] bytes) {
        this.bytes = ByteBuffer.wrap(bytes);
    }

    /** Reads what {@link StateWriter#flag} wrote. */
    public boolean flag() {
        return byteValue() != 0;
    }

    /** Reads one byte, 0 to 255. */
    public int byteValue() {
        require(1);
        return bytes.get() & 0xFF;
    }

    /** Reads four bytes. */
    public int word() {
        require(4);
        return bytes.getInt();
    }

    /** Reads eight bytes. */
    public long doubleword() {
        require(8);
        return bytes.getLong();
    }

    /** Reads what {@link StateWriter#block} wrote. */
    public byte[] block() {
        int length = word();
        require(length);
        byte[] value = new byte[length];
        bytes.get(value);
        return value;
    }

    /** Reads what {@link StateWriter#words} wrote into an array of the same length. */
    public void words(int[] values) {
        int length = word();
        if (length != values.length) {
            throw new BadInputException("the saved state has " + length + " words where " + values.length
                    + " belong; it comes from another machine or version");
        }
        for (int i = 0; i < length; i++) {
            values[i] = word();
        }
    }

    /** Reads what {@link StateWriter#text} wrote. */
    public String text() {
        return new String(block(), StandardCharsets.UTF_8);
    }

    /** Whether everything has been read. */
    public boolean atEnd() {
        return !bytes.hasRemaining();
    }

    private void require(int length) {
        if (length < 0 || bytes.remaining() < length) {
            throw new BadInputException("the saved state ends early, at byte " + bytes.position());
        }
    }
}
