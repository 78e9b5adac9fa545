package ringside.cpu.image;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import ringside.cpu.BadInputException;

/**
 * A fixed run of little-endian bytes of an image, which knows its name and its place in the file.
 *
 * <p>Slices share the file's array and never copy it, so a header that claims a huge size costs nothing. Every access is
 * checked, and one that leaves the run is a {@link BadInputException} that says what was read, where, and of which part.
 */
public final class Bytes {
    private static final int LONGEST_TEXT = 1 << 16;

    private final byte[] array;
    private final int start;
    private final int length;
    private final String file;
    private final String part;

    private Bytes(byte[] array, int start, int length, String file, String part) {
        this.array = array;
        this.start = start;
        this.length = length;
        this.file = file;
        this.part = part;
    }

    /** Wraps a whole file, whose name is used in messages only. The array must not be changed any more. */
    public static Bytes ofFile(String fileName, byte[] content) {
        return new Bytes(content, 0, content.length, fileName, "the file");
    }

    /** Bytes that stand for an absent part: any access to them is an error that names the part. */
    public static Bytes none(String fileName, String part) {
        return new Bytes(new byte[0], 0, 0, fileName, part);
    }

    /** Bytes of a part that does not lie in the file as it is, such as a compressed section. */
    Bytes withContent(byte[] content) {
        return new Bytes(content, 0, content.length, file, part);
    }

    /** The number of bytes. */
    public int length() {
        return length;
    }

    public boolean isEmpty() {
        return length == 0;
    }

    /** The name of the file these bytes came from. */
    public String fileName() {
        return file;
    }

    /** What these bytes are, in words for messages, such as {@code section .text}. */
    public String part() {
        return part;
    }

    /** A part of these bytes under a name of its own. Offset and size are unsigned. */
    public Bytes slice(String name, long offset, long size) {
        if (offset < 0 || size < 0 || offset > length || size > length - offset) {
            throw bad(
                    offset,
                    name + " wants " + Long.toUnsignedString(size) + " bytes there, past the end of " + part
                            + " (it has " + length + " bytes)");
        }
        return new Bytes(array, start + (int) offset, (int) size, file, name);
    }

    /** A part of these bytes that keeps the name. */
    public Bytes slice(long offset, long size) {
        return slice(part, offset, size);
    }

    public int u8(long at) {
        return array[index(at, 1)] & 0xFF;
    }

    public int u16(long at) {
        int i = index(at, 2);
        return (array[i] & 0xFF) | (array[i + 1] & 0xFF) << 8;
    }

    public long u32(long at) {
        return i32(at) & 0xFFFF_FFFFL;
    }

    /** 64 bits, the unsigned value in a {@code long}. */
    public long u64(long at) {
        int i = index(at, 8);
        return word(i) & 0xFFFF_FFFFL | (long) word(i + 4) << 32;
    }

    /** The text up to the zero byte at or after {@code at}. */
    public String text(long at) {
        int first = index(at, 1);
        int end = first;
        while (end < start + length && array[end] != 0) {
            end++;
        }
        if (end == start + length) {
            throw bad(at, "a text has no end");
        }
        if (end - first > LONGEST_TEXT) {
            throw bad(at, "a text has " + (end - first) + " bytes, which is more than any name has");
        }
        return new String(array, first, end - first, StandardCharsets.UTF_8);
    }

    /** A copy of all the bytes. */
    public byte[] toArray() {
        return Arrays.copyOfRange(array, start, start + length);
    }

    /** Copies {@code count} bytes from {@code at} into an array. */
    public void copyTo(int at, byte[] target, int targetStart, int count) {
        index(at, count);
        System.arraycopy(array, start + at, target, targetStart, count);
    }

    /** A reading position at an offset; the end of the bytes is a valid one. */
    public Cursor cursor(long at) {
        if (at < 0 || at > length) {
            throw bad(at, "a reference leads outside");
        }
        return new Cursor(this, (int) at);
    }

    /** The error that these bytes make no sense at an offset. */
    public BadInputException bad(long at, String what) {
        return new BadInputException(String.format(
                Locale.ROOT,
                "%s: %s, at byte 0x%x of %s. The file is damaged or cut short: build it or copy it again.",
                file,
                what,
                at,
                part));
    }

    /** The error that these bytes are sound, but of a kind that is not supported. */
    public BadInputException unsupported(String what, String advice) {
        return new BadInputException(file + ": " + what + ". " + advice);
    }

    private int i32(long at) {
        return word(index(at, 4));
    }

    private int word(int i) {
        return (array[i] & 0xFF)
                | (array[i + 1] & 0xFF) << 8
                | (array[i + 2] & 0xFF) << 16
                | (array[i + 3] & 0xFF) << 24;
    }

    private int index(long at, int size) {
        if (at < 0 || at > length - size) {
            throw bad(at, size + (size == 1 ? " byte is" : " bytes are") + " wanted where there are none");
        }
        return start + (int) at;
    }
}
