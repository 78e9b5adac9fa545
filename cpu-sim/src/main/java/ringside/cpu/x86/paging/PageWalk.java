package ringside.cpu.x86.paging;

import ringside.cpu.x86.CpuIdentity;
import ringside.cpu.x86.SystemRegisters;

/**
 * Walks the page tables for one address, without effects. It is used over and over, so that walking allocates nothing.
 *
 * <p>@sdm Vol.3A 4.3, 4.4, 4.5
 */
final class PageWalk {
    private static final long PHYSICAL = (1L << CpuIdentity.PHYSICAL_ADDRESS_BITS) - 1;
    private static final long FRAME = PHYSICAL & ~0xFFFL;
    /** In entries of eight bytes, what lies between the address and the bits that software may use. */
    private static final long RESERVED_ADDRESS = ~PHYSICAL & (1L << 52) - 1;

    private final PhysicalEntries memory;

    /** Entries by level: where they lie and what they hold. */
    final long[] addresses = new long[5];

    final long[] entries = new long[5];
    /** The level of the last entry that was read; 0 if none was. */
    int lastLevel;

    int firstLevel;
    boolean present;
    boolean reserved;
    /** The physical address of the page. */
    long frame;
    /** The size of the page as a power of two. */
    int pageShift;
    /** WRITABLE and USER if all entries have them, NO_EXECUTE if one has. */
    long rights;

    boolean global;
    boolean dirty;

    PageWalk(PhysicalEntries memory) {
        this.memory = memory;
    }

    /**
     * Walks.
     *
     * @param pointers the four page-directory-pointer entries that the processor keeps in PAE mode
     */
    void walk(PagingMode mode, SystemRegisters system, long[] pointers, long linear) {
        present = false;
        reserved = false;
        rights = PageEntry.WRITABLE | PageEntry.USER;
        firstLevel = mode.levels();
        long table = system.cr3 & (mode == PagingMode.BITS_32 ? 0xFFFF_F000L : FRAME);
        for (int level = firstLevel; level >= 1; level--) {
            boolean pointer = mode == PagingMode.PAE && level == 3;
            addresses[level] = pointer ? 0 : table + (long) mode.index(linear, level) * mode.entryBytes();
            long entry =
                    pointer ? pointers[(int) (linear >>> 30) & 3] : memory.read(addresses[level], mode.entryBytes());
            entries[level] = entry;
            lastLevel = level;
            if ((entry & PageEntry.PRESENT) == 0) {
                return;
            }
            boolean large = level > 1 && !pointer && isLarge(mode, system, level, entry);
            if (isReserved(mode, system, level, entry, large)) {
                present = true;
                reserved = true;
                return;
            }
            if (!pointer) {
                rights = rights & (entry | PageEntry.NO_EXECUTE) | noExecute(mode, system, entry);
            }
            if (large || level == 1) {
                found(mode, system, level, entry);
                return;
            }
            table = entry & (mode == PagingMode.BITS_32 ? 0xFFFF_F000L : FRAME);
        }
    }

    /** The physical address of a linear one in the page that was found. */
    long physical(long linear) {
        return frame | linear & (1L << pageShift) - 1;
    }

    static long noExecute(PagingMode mode, SystemRegisters system, long entry) {
        boolean counts = mode != PagingMode.BITS_32 && (system.efer & SystemRegisters.EFER_NXE) != 0;
        return counts ? entry & PageEntry.NO_EXECUTE : 0;
    }

    static boolean isLarge(PagingMode mode, SystemRegisters system, int level, long entry) {
        boolean enabled = mode != PagingMode.BITS_32 || (system.cr4 & SystemRegisters.CR4_PSE) != 0;
        return level < 4 && enabled && (entry & PageEntry.PAGE_SIZE) != 0;
    }

    private static boolean isReserved(PagingMode mode, SystemRegisters system, int level, long entry, boolean large) {
        if (mode == PagingMode.BITS_32) {
            return large && (entry & 1L << 21) != 0;
        }
        if (mode == PagingMode.PAE && level == 3) {
            return false;
        }
        long mask = RESERVED_ADDRESS;
        if ((system.efer & SystemRegisters.EFER_NXE) == 0) {
            mask |= PageEntry.NO_EXECUTE;
        }
        if (mode == PagingMode.PAE) {
            mask |= 0x7FF0_0000_0000_0000L;
        }
        if (large) {
            mask |= (1L << mode.shift(level)) - 1 & ~0x1FFFL;
        }
        if (level == 4) {
            mask |= PageEntry.PAGE_SIZE;
        }
        return (entry & mask) != 0;
    }

    private void found(PagingMode mode, SystemRegisters system, int level, long entry) {
        present = true;
        pageShift = mode.shift(level);
        frame = target(mode, level, entry, true);
        global = (entry & PageEntry.GLOBAL) != 0 && (system.cr4 & SystemRegisters.CR4_PGE) != 0;
        dirty = (entry & PageEntry.DIRTY) != 0;
    }

    /** The physical address in CR3 or an entry of eight bytes. */
    static long frame(long entry) {
        return entry & FRAME;
    }

    /** The physical address of the page or table that an entry leads to. */
    static long target(PagingMode mode, int level, long entry, boolean page) {
        if (mode != PagingMode.BITS_32) {
            return entry & FRAME & (page ? -1L << mode.shift(level) : -1L);
        }
        if (page && level == 2) {
            // Bits 20:13 are bits 39:32 of the address (PSE-36).
            return entry & 0xFFC0_0000L | (entry >>> 13 & 0xFF) << 32;
        }
        return entry & 0xFFFF_F000L;
    }
}
