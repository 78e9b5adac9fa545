package ringside.cpu.x86;

import ringside.cpu.state.StateReader;
import ringside.cpu.state.StateWriter;

/**
 * A segment register (or LDTR, TR) with its hidden part, the descriptor cache. @sdm Vol.3A 3.4.3
 *
 * <p>The hidden part is what counts: it keeps what was loaded even when the descriptor in memory changes or the mode
 * does.
 */
public final class SegmentRegister {
    /** The type bits of a code or data segment that say: accessed. @sdm Vol.3A 3.4.5.1 */
    public static final int ACCESSED = 1;
    /** Data: writable. Code: readable. */
    public static final int WRITABLE_OR_READABLE = 2;
    /** Data: expands down. Code: conforming. */
    public static final int EXPAND_DOWN_OR_CONFORMING = 4;
    /** A code segment. */
    public static final int CODE = 8;

    private int selector;
    private long base;
    /** The last valid offset, the granularity applied. */
    private long limit;
    /** The type field: four bits, whose meaning depends on {@code system}. */
    private int type;

    private boolean system;
    private int dpl;
    private boolean present;
    private boolean longCode;
    private boolean defaultBig;
    private boolean granular;
    private boolean available;

    /** Whether the register holds a usable segment; a null selector makes it unusable. */
    private boolean usable;

    /** Loads the register as real mode does: base is 16 times the selector, the rest of the hidden part stays. */
    public void loadReal(int newSelector) {
        selector = newSelector & 0xFFFF;
        base = (long) selector << 4;
        usable = true;
    }

    /** Loads a null selector: the segment becomes unusable. The base stays, as 64-bit mode may show. */
    public void loadNull(int newSelector) {
        selector = newSelector & 0xFFFF;
        usable = false;
    }

    /**
     * Loads the register and its hidden part from a descriptor.
     *
     * @param newSelector the selector
     * @param newBase the base; for LDTR and TR in long mode, all 64 bits of it
     * @param newLimit the last valid offset, granularity applied
     * @param attributes bits 8 to 15 and 20 to 23 of the descriptor's second doubleword, in place
     */
    public void load(int newSelector, long newBase, long newLimit, int attributes) {
        selector = newSelector & 0xFFFF;
        base = newBase;
        limit = newLimit;
        type = attributes >>> 8 & 0xF;
        system = (attributes >>> 12 & 1) == 0;
        dpl = attributes >>> 13 & 3;
        present = (attributes >>> 15 & 1) != 0;
        available = (attributes >>> 20 & 1) != 0;
        longCode = (attributes >>> 21 & 1) != 0;
        defaultBig = (attributes >>> 22 & 1) != 0;
        granular = (attributes >>> 23 & 1) != 0;
        usable = true;
    }

    /** The state after reset. @sdm Vol.3A Table 9-1 */
    public void reset(int newSelector, long newBase, int newType, boolean isSystem) {
        load(newSelector, newBase, 0xFFFF, newType << 8 | (isSystem ? 0 : 1 << 12) | 1 << 15);
    }

    /** Bits 8 to 15 and 20 to 23 of the descriptor, in place. */
    public int attributes() {
        return type << 8
                | (system ? 0 : 1 << 12)
                | dpl << 13
                | (present ? 1 << 15 : 0)
                | (available ? 1 << 20 : 0)
                | (longCode ? 1 << 21 : 0)
                | (defaultBig ? 1 << 22 : 0)
                | (granular ? 1 << 23 : 0);
    }

    /** The visible selector. */
    public int selector() {
        return selector;
    }

    /** Sets the visible selector only, as a task switch or SYSCALL may need. */
    public void setSelector(int value) {
        selector = value & 0xFFFF;
    }

    /** The base address. */
    public long base() {
        return base;
    }

    /** Sets the base only, as WRMSR does for FS and GS. */
    public void setBase(long value) {
        base = value;
    }

    /** The last valid offset, unsigned 32 bits. */
    public long limit() {
        return limit;
    }

    /** The four type bits. */
    public int type() {
        return type;
    }

    /** Sets the type bits, as for a TSS that becomes busy. */
    public void setType(int value) {
        type = value & 0xF;
    }

    /** Whether the descriptor is a system descriptor, not code or data. */
    public boolean isSystem() {
        return system;
    }

    /** The descriptor privilege level, 0 to 3. */
    public int dpl() {
        return dpl;
    }

    /** Whether this is a code segment. */
    public boolean isCode() {
        return !system && (type & CODE) != 0;
    }

    /** Whether this is a conforming code segment. */
    public boolean isConforming() {
        return isCode() && (type & EXPAND_DOWN_OR_CONFORMING) != 0;
    }

    /** Whether this is a data segment that expands down. */
    public boolean isExpandDown() {
        return !system && (type & (CODE | EXPAND_DOWN_OR_CONFORMING)) == EXPAND_DOWN_OR_CONFORMING;
    }

    /** Whether data may be read from it. */
    public boolean isReadable() {
        return !system && ((type & CODE) == 0 || (type & WRITABLE_OR_READABLE) != 0);
    }

    /** Whether data may be written to it. */
    public boolean isWritable() {
        return !system && (type & (CODE | WRITABLE_OR_READABLE)) == WRITABLE_OR_READABLE;
    }

    /** The L bit: 64-bit code. */
    public boolean isLongCode() {
        return longCode;
    }

    /** The D/B bit. */
    public boolean isDefaultBig() {
        return defaultBig;
    }

    /** Whether it may be used to access memory outside 64-bit mode. */
    public boolean isUsable() {
        return usable;
    }

    /** Writes everything down. */
    public void save(StateWriter out) {
        out.word(selector);
        out.doubleword(base);
        out.doubleword(limit);
        out.word(attributes());
        out.flag(usable);
    }

    /** Reads what {@link #save} wrote. */
    public void restore(StateReader in) {
        load(in.word(), in.doubleword(), in.doubleword(), in.word());
        usable = in.flag();
    }
}
