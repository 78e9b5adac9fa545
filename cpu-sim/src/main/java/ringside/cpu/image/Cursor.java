package ringside.cpu.image;

import ringside.cpu.BadInputException;

/**
 * A reading position in {@link Bytes} that moves as values are read.
 *
 * <p>Not for sharing: each reader makes its own with {@link Bytes#cursor}.
 */
public final class Cursor {
    private final Bytes bytes;
    private int position;

    Cursor(Bytes bytes, int position) {
        this.bytes = bytes;
        this.position = position;
    }

    public Bytes bytes() {
        return bytes;
    }

    public int position() {
        return position;
    }

    public int remaining() {
        return bytes.length() - position;
    }

    public boolean atEnd() {
        return position == bytes.length();
    }

    /** Moves to an offset; the end is a valid one. */
    public void moveTo(long offset) {
        if (offset < 0 || offset > bytes.length()) {
            throw bytes.bad(offset, "a reference leads outside");
        }
        position = (int) offset;
    }

    /** Moves forwards over a number of bytes (unsigned). */
    public void skip(long count) {
        if (count < 0 || count > remaining()) {
            throw bytes.bad(
                    position, Long.toUnsignedString(count) + " bytes are wanted where there are " + remaining());
        }
        position += (int) count;
    }

    /** Moves forwards to a multiple of {@code step} from the start of the bytes, or to their end. */
    public void align(int step) {
        position = Math.min(bytes.length(), position + Math.floorMod(-position, step));
    }

    public int u8() {
        int value = bytes.u8(position);
        position += 1;
        return value;
    }

    public int s8() {
        return (byte) u8();
    }

    public int u16() {
        int value = bytes.u16(position);
        position += 2;
        return value;
    }

    public int u24() {
        return u8() | u16() << 8;
    }

    public long u32() {
        long value = bytes.u32(position);
        position += 4;
        return value;
    }

    public long u64() {
        long value = bytes.u64(position);
        position += 8;
        return value;
    }

    /** An unsigned value of 1, 2, 4 or 8 bytes. */
    public long unsigned(int size) {
        return switch (size) {
            case 1 -> u8();
            case 2 -> u16();
            case 4 -> u32();
            case 8 -> u64();
            default -> throw bad("a value has the impossible size " + size);
        };
    }

    /** A sign-extended value of 1, 2, 4 or 8 bytes. */
    public long signed(int size) {
        long value = unsigned(size);
        int unused = 64 - 8 * size;
        return value << unused >> unused;
    }

    /** An unsigned LEB128 number; bits above the 64th must be zero.   @dwarf 5, 7.6 */
    public long uleb() {
        long value = 0;
        for (int shift = 0; ; shift += 7) {
            int next = u8();
            long bits = next & 0x7F;
            if (shift >= 64 ? bits != 0 : shift == 63 && bits > 1) {
                throw bad("a LEB128 number has more than 64 bits");
            }
            if (shift < 64) {
                value |= bits << shift;
            }
            if ((next & 0x80) == 0) {
                return value;
            }
        }
    }

    /** An unsigned LEB128 number that has to be a small one, such as a code or a count. */
    public int ulebInt() {
        long value = uleb();
        if (value < 0 || value > Integer.MAX_VALUE) {
            throw bad("a number is too large (" + Long.toUnsignedString(value) + ")");
        }
        return (int) value;
    }

    /** A signed LEB128 number.   @dwarf 5, 7.6 */
    public long sleb() {
        long value = 0;
        int shift = 0;
        int next;
        do {
            next = u8();
            if (shift < 64) {
                value |= (long) (next & 0x7F) << shift;
            }
            shift += 7;
        } while ((next & 0x80) != 0);
        return shift < 64 && (next & 0x40) != 0 ? value | -1L << shift : value;
    }

    /** The text up to the next zero byte. */
    public String text() {
        int from = position;
        skipText();
        return bytes.text(from);
    }

    /** Moves behind the next zero byte. */
    public void skipText() {
        while (u8() != 0) {
            // looking for the end
        }
    }

    /** The next bytes, as a part under the same name. */
    public Bytes take(long count) {
        Bytes taken = bytes.slice(position, count);
        position += (int) count;
        return taken;
    }

    /** The error that what was just read makes no sense. */
    public BadInputException bad(String what) {
        return bytes.bad(position, what);
    }
}
