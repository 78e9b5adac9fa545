package ringside.cpu.bus;

import java.util.Arrays;

/**
 * A block of RAM, or of ROM when the bus maps it read-only, kept as 4 KiB pages.
 *
 * <p>How it works: a page is an array that is either owned (it may be written) or shared with a checkpoint (it must be
 * copied first). {@link #snapshot} makes all pages shared at the price of copying one array of references. Each page
 * has a version that grows when the page becomes writable again after {@link #seal} or a snapshot, so that an observer
 * can tell whether anything it read may have changed. Pages never written are one common page of zeros.
 */
public final class Ram {
    /** Bytes in a page. */
    public static final int PAGE_SIZE = 4096;

    static final int PAGE_SHIFT = 12;
    private static final byte[] ZEROS = new byte[PAGE_SIZE];

    private final String name;
    private final long base;
    private final byte[][] pages;
    private final boolean[] writable;
    private final long[] versions;
    private long writeCount;
    private int[] written = new int[16];
    private int writtenCount;

    /** Makes RAM filled with zeros. Base and size are multiples of the page size. */
    public Ram(String name, long base, long sizeInBytes) {
        if ((base | sizeInBytes) % PAGE_SIZE != 0 || sizeInBytes <= 0 || sizeInBytes > 1L << 36) {
            throw new IllegalArgumentException(name + ": base and size must be multiples of 4 KiB");
        }
        this.name = name;
        this.base = base;
        int count = (int) (sizeInBytes >>> PAGE_SHIFT);
        pages = new byte[count][];
        Arrays.fill(pages, ZEROS);
        writable = new boolean[count];
        versions = new long[count];
    }

    /** The name on the board. */
    public String name() {
        return name;
    }

    /** The physical address of the first byte. */
    public long base() {
        return base;
    }

    /** The size in bytes. */
    public long size() {
        return (long) pages.length << PAGE_SHIFT;
    }

    /** How many pages there are. */
    public int pageCount() {
        return pages.length;
    }

    /** The bytes of a page for reading only. The array may be replaced by any later write. */
    public byte[] page(int index) {
        return pages[index];
    }

    /** The bytes of a page for writing, valid until the next {@link #seal}, {@link #snapshot} or {@link #restore}. */
    public byte[] writablePage(int index) {
        if (!writable[index]) {
            pages[index] = pages[index].clone();
            writable[index] = true;
            rememberWritten(index);
            versions[index] = ++writeCount;
        }
        return pages[index];
    }

    /** A number that is different whenever the page may have changed since it was last asked for after a seal. */
    public long version(int index) {
        return versions[index];
    }

    /** Whether the page has never been written. */
    public boolean isUntouched(int index) {
        return pages[index] == ZEROS;
    }

    private void rememberWritten(int index) {
        if (writtenCount == written.length) {
            written = Arrays.copyOf(written, 2 * writtenCount);
        }
        written[writtenCount++] = index;
    }

    /** The pages that have become writable since the last {@link #seal}, {@link #snapshot} or {@link #restore}. */
    public int[] writtenPages() {
        return Arrays.copyOf(written, writtenCount);
    }

    /** Makes the next write to every page copy it first and raise its version. Cached writable pages become invalid. */
    public void seal() {
        for (int i = 0; i < writtenCount; i++) {
            writable[written[i]] = false;
        }
        writtenCount = 0;
    }

    /** Fills the pages that {@link #writtenPages} names with zeros, and seals. */
    public void clearWritten() {
        for (int i = 0; i < writtenCount; i++) {
            pages[written[i]] = ZEROS;
            versions[written[i]] = ++writeCount;
        }
        seal();
    }

    /** All pages as they are now. Later writes copy; the result never changes. */
    public byte[][] snapshot() {
        seal();
        return pages.clone();
    }

    /** Makes the pages those of a snapshot of this RAM. Pages that differ get a new version. */
    public void restore(byte[][] snapshot) {
        for (int i = 0; i < pages.length; i++) {
            if (pages[i] != snapshot[i]) {
                pages[i] = snapshot[i];
                versions[i] = ++writeCount;
            }
        }
        seal();
    }

    /** Fills the RAM with zeros. */
    public void clear() {
        for (int i = 0; i < pages.length; i++) {
            if (pages[i] != ZEROS) {
                pages[i] = ZEROS;
                versions[i] = ++writeCount;
            }
        }
        seal();
    }
}
