package ringside.cpu.image.dwarf;

import java.util.Arrays;

/** The rows of one line program, in its own order, as columns of numbers. */
final class LineRows {
    static final int IS_STATEMENT = 1;
    static final int BASIC_BLOCK = 2;
    static final int END_SEQUENCE = 4;
    static final int PROLOGUE_END = 8;
    static final int EPILOGUE_BEGIN = 16;

    private int count;
    private long[] addresses = new long[64];
    private int[] files = new int[64];
    private int[] lines = new int[64];
    private int[] columns = new int[64];
    private byte[] flags = new byte[64];

    void add(long address, int file, int line, int column, int flagBits) {
        if (count == addresses.length) {
            int size = count * 2;
            addresses = Arrays.copyOf(addresses, size);
            files = Arrays.copyOf(files, size);
            lines = Arrays.copyOf(lines, size);
            columns = Arrays.copyOf(columns, size);
            flags = Arrays.copyOf(flags, size);
        }
        addresses[count] = address;
        files[count] = file;
        lines[count] = line;
        columns[count] = column;
        flags[count] = (byte) flagBits;
        count++;
    }

    int count() {
        return count;
    }

    long address(int row) {
        return addresses[row];
    }

    /** The number that the program itself gives to the file. */
    int file(int row) {
        return files[row];
    }

    int line(int row) {
        return lines[row];
    }

    int column(int row) {
        return columns[row];
    }

    int flags(int row) {
        return flags[row];
    }

    boolean has(int row, int flag) {
        return (flags[row] & flag) != 0;
    }
}
