package ringside.cpu.silicon;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Map;
import java.util.TreeMap;

/** The pages that all cases of a run share. */
final class Layout {
    /** A page of code; behind it lies a page that holds data only. */
    static final long CODE = 0x1000_0000L;
    /** Two pages to read and write, and nothing behind them. */
    static final long DATA = 0x2000_0000L;
    /** A page to read, and one to read and write behind it. */
    static final long READ_ONLY = 0x3000_0000L;
    /** The last page below 4 GiB; in 64-bit mode there is another one behind it. */
    static final long LAST_32 = 0xFFFF_F000L;
    /** The last page that a program can have. */
    static final long LAST_USER = 0x7FFF_FFFF_E000L;
    /** The page of 16-bit code, and one of data behind it. */
    static final long CODE_16 = 0x4000L;
    /** Two pages that 16-bit addresses reach; only in 32-bit code. */
    static final long LOW = 0x8000L;

    static final long PAGE = 4096;

    private static final Map<Character, Integer> BITS = Map.of('r', 4, 'w', 2, 'x', 1);

    private final Map<Long, String> pages = new TreeMap<>(Long::compareUnsigned);

    private Layout() {
        pages.put(CODE, "rx");
        pages.put(CODE + PAGE, "rw");
        pages.put(DATA, "rw");
        pages.put(DATA + PAGE, "rw");
        pages.put(READ_ONLY, "r");
        pages.put(READ_ONLY + PAGE, "rw");
    }

    static Layout of64() {
        Layout layout = new Layout();
        layout.pages.put(LAST_32, "rw");
        layout.pages.put(LAST_32 + PAGE, "rw");
        layout.pages.put(LAST_USER, "rw");
        return layout;
    }

    static Layout of32() {
        Layout layout = new Layout();
        layout.pages.put(LOW, "rw");
        layout.pages.put(LOW + PAGE, "rw");
        return layout;
    }

    static Layout of16() {
        Layout layout = of32();
        layout.pages.put(CODE_16, "rx");
        layout.pages.put(CODE_16 + PAGE, "rw");
        return layout;
    }

    /** The layout of code of so many bits. */
    static Layout of(int codeBits) {
        return codeBits == 64 ? of64() : codeBits == 32 ? of32() : of16();
    }

    /** Appends the record for the harness. */
    void write(ByteBuffer out) {
        out.order(ByteOrder.LITTLE_ENDIAN);
        out.putInt(2 + 9 * pages.size());
        out.put((byte) 'L').put((byte) pages.size());
        pages.forEach((address, letters) -> {
            int rights = letters.chars().map(c -> BITS.get((char) c)).sum();
            out.putLong(address).put((byte) rights);
        });
    }
}
