package ringside.cpu.x86.paging;

import ringside.cpu.x86.SystemRegisters;

/** The paging modes, with the shape of their tables. @sdm Vol.3A 4.1.1 */
public enum PagingMode {
    /** CR0.PG is clear: linear addresses are physical. */
    NONE(0, 0, 0),
    /** Two levels of 1024 entries of four bytes. */
    BITS_32(2, 10, 4),
    /** Three levels of 512 entries of eight bytes; the first has four, and the processor keeps them. */
    PAE(3, 9, 8),
    /** Four levels of 512 entries of eight bytes. */
    FOUR_LEVEL(4, 9, 8);

    private final int levels;
    private final int indexBits;
    private final int entryBytes;

    PagingMode(int levels, int indexBits, int entryBytes) {
        this.levels = levels;
        this.indexBits = indexBits;
        this.entryBytes = entryBytes;
    }

    /** The mode that the control registers choose. */
    public static PagingMode of(SystemRegisters system) {
        if ((system.cr0 & SystemRegisters.CR0_PG) == 0) {
            return NONE;
        }
        if ((system.cr4 & SystemRegisters.CR4_PAE) == 0) {
            return BITS_32;
        }
        return (system.efer & SystemRegisters.EFER_LMA) != 0 ? FOUR_LEVEL : PAE;
    }

    /** How many levels of tables. */
    public int levels() {
        return levels;
    }

    /** The size of an entry in bytes. */
    public int entryBytes() {
        return entryBytes;
    }

    /** The lowest bit of a linear address that indexes the tables of a level; level 1 is the last. */
    public int shift(int level) {
        return 12 + (level - 1) * indexBits;
    }

    /** The index of an address in a table of a level. */
    public int index(long linear, int level) {
        return (int) (linear >>> shift(level)) & (1 << indexBits) - 1;
    }

    /** What tables of a level are called. */
    public String tableName(int level) {
        return switch (level) {
            case 4 -> "PML4";
            case 3 -> "page-directory-pointer table";
            case 2 -> "page directory";
            default -> "page table";
        };
    }
}
