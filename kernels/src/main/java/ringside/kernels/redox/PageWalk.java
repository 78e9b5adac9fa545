package ringside.kernels.redox;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.Map;

/** Walks page tables that need not be those in use. @sdm Vol.3A 4.5 */
final class PageWalk {
    private static final int ENTRIES = 512;
    private static final int[] UPPER_LEVELS = {39, 30, 21};
    private static final int LAST = 12;
    private static final long USER_TABLES = ENTRIES / 2;

    /** Takes what is found on a walk. */
    interface Visitor {
        /** A table below the root, with its level: 3, 2 or 1. */
        void table(long physical, int level);

        /** A page that is present. */
        void page(long linear, long entry);
    }

    private final RedoxKernel kernel;
    private final long root;
    private final Map<Long, ByteBuffer> tables = new HashMap<>();

    PageWalk(RedoxKernel kernel, long root) {
        this.kernel = kernel;
        this.root = root;
    }

    private long entry(long table, long linear, int shift) {
        ByteBuffer bytes = tables.computeIfAbsent(
                table,
                address -> ByteBuffer.wrap(kernel.physical(address, (int) RedoxKernel.PAGE))
                        .order(ByteOrder.LITTLE_ENDIAN));
        return bytes.getLong((int) (linear >>> shift & ENTRIES - 1) * Long.BYTES);
    }

    /** The entry of the last level for an address; 0 if there is no table for it. */
    long entry(long linear) {
        long table = root;
        for (int shift : UPPER_LEVELS) {
            long entry = entry(table, linear, shift);
            if (!PageEntry.isPresent(entry)) {
                return 0;
            }
            table = PageEntry.frame(entry);
        }
        return entry(table, linear, LAST);
    }

    /** How many pages of a range are present. */
    long present(long base, long pages) {
        long present = 0;
        for (long page = 0; page < pages; page++) {
            present += PageEntry.isPresent(entry(base + page * RedoxKernel.PAGE)) ? 1 : 0;
        }
        return present;
    }

    /** Goes through all of the lower half. */
    void visit(Visitor visitor) {
        visit(root, 0, 0, USER_TABLES, visitor);
    }

    private void visit(long table, int depth, long linear, long entries, Visitor visitor) {
        int shift = depth < UPPER_LEVELS.length ? UPPER_LEVELS[depth] : LAST;
        for (long i = 0; i < entries; i++) {
            long address = linear | i << shift;
            long entry = entry(table, address, shift);
            if (PageEntry.isPresent(entry)) {
                if (shift == LAST) {
                    visitor.page(address, entry);
                } else {
                    visitor.table(PageEntry.frame(entry), UPPER_LEVELS.length - depth);
                    visit(PageEntry.frame(entry), depth + 1, address, ENTRIES, visitor);
                }
            }
        }
    }
}
