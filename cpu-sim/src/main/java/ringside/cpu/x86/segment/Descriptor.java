package ringside.cpu.x86.segment;

import ringside.cpu.x86.SegmentRegister;

/**
 * A descriptor of the GDT, an LDT or the IDT. @sdm Vol.3A 3.4.5, 3.5, 5.8.3, 6.11, 6.14.1
 *
 * @param low its first eight bytes
 * @param high the next eight of a system descriptor in long mode, else 0
 */
public record Descriptor(long low, long high) {
    /** System types. The 16-bit types are without {@link #TYPE_32}; in long mode those with it have 64 bits. */
    public static final int TSS_16 = 1;

    public static final int LDT = 2;
    public static final int CALL_GATE_16 = 4;
    public static final int TASK_GATE = 5;
    public static final int INTERRUPT_GATE_16 = 6;
    public static final int TRAP_GATE_16 = 7;
    public static final int TSS_32 = 9;
    public static final int CALL_GATE_32 = 12;
    public static final int INTERRUPT_GATE_32 = 14;
    public static final int TRAP_GATE_32 = 15;
    /** The bit that a busy TSS has beside the type of an available one. */
    public static final int BUSY = 2;
    /** The bit of a system type that says: not 16 bits. */
    public static final int TYPE_32 = 8;

    private static final int ATTRIBUTES = 0x00F0_FF00;

    private int second() {
        return (int) (low >>> 32);
    }

    /** The four type bits. */
    public int type() {
        return second() >>> 8 & 0xF;
    }

    /** Whether it is a system segment or a gate, not code or data. */
    public boolean isSystem() {
        return (second() & 1 << 12) == 0;
    }

    /** The descriptor privilege level. */
    public int dpl() {
        return second() >>> 13 & 3;
    }

    /** Whether it is present. */
    public boolean isPresent() {
        return (second() & 1 << 15) != 0;
    }

    // ---- segments ----

    /** The base address; 32 bits of it, or 64 in the long descriptors of system segments. */
    public long base() {
        return low >>> 16 & 0xFF_FFFF | low >>> 56 << 24 | high << 32;
    }

    /** The last offset, with granularity applied. */
    public long limit() {
        long raw = low & 0xFFFF | low >>> 32 & 0xF_0000;
        return isGranular() ? raw << 12 | 0xFFF : raw;
    }

    /** Whether the limit counts pages. */
    public boolean isGranular() {
        return (second() & 1 << 23) != 0;
    }

    /** D or B: 32-bit code, a 32-bit stack pointer. */
    public boolean isDefaultBig() {
        return (second() & 1 << 22) != 0;
    }

    /** L: 64-bit code. */
    public boolean isLongCode() {
        return (second() & 1 << 21) != 0;
    }

    /** Whether it is a code segment. */
    public boolean isCode() {
        return !isSystem() && (type() & SegmentRegister.CODE) != 0;
    }

    /** Whether it is a conforming code segment. */
    public boolean isConforming() {
        return isCode() && (type() & SegmentRegister.EXPAND_DOWN_OR_CONFORMING) != 0;
    }

    /** Whether it is data, or code that may be read. */
    public boolean isReadable() {
        return !isSystem() && (!isCode() || (type() & SegmentRegister.WRITABLE_OR_READABLE) != 0);
    }

    /** Whether it is data that may be written. */
    public boolean isWritable() {
        return !isSystem() && !isCode() && (type() & SegmentRegister.WRITABLE_OR_READABLE) != 0;
    }

    /** Whether it is a TSS, busy or not. */
    public boolean isTss() {
        return isSystem() && (type() & ~(BUSY | TYPE_32)) == TSS_16;
    }

    /** What {@link SegmentRegister#load} wants to know of the attributes. */
    public int attributes() {
        return second() & ATTRIBUTES;
    }

    /** Loads a segment register from it, as it would be with the accessed bit set. */
    public void load(SegmentRegister register, Selector selector) {
        int accessed = isSystem() ? 0 : SegmentRegister.ACCESSED << 8;
        register.load(selector.value(), base(), limit(), attributes() | accessed);
    }

    // ---- gates ----

    /** Where the gate leads. */
    public Selector gateSelector() {
        return new Selector((int) (low >>> 16));
    }

    /** The offset of its entry; of a gate of 16 bits only sixteen count. */
    public long gateOffset() {
        long offset = low & 0xFFFF;
        return isGate16() ? offset : offset | low >>> 48 << 16 | high << 32;
    }

    /** Whether it is a call, interrupt or trap gate of 16 bits. */
    public boolean isGate16() {
        return (type() & TYPE_32) == 0;
    }

    /** How many parameters a call gate copies. */
    public int parameterCount() {
        return second() & 0x1F;
    }

    /** Which stack of the interrupt stack table, or 0. */
    public int interruptStack() {
        return second() & 7;
    }
}
