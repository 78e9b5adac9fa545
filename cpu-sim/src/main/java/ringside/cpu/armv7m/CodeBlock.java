package ringside.cpu.armv7m;

import java.util.Arrays;
import ringside.cpu.bus.Ram;

/**
 * The decoded instructions of 256 aligned bytes of RAM.
 *
 * <p>Slots are by halfword. {@code slots[i]} is the length of the instruction that starts there, 2 or 4, and flags; while
 * it has no flag and ITSTATE is 0, the step loop executes the instruction without further thought. The block keeps a copy
 * of the bytes it was decoded from, so that it can be told later whether it still holds.
 */
final class CodeBlock {
    static final int SHIFT = 8;
    static final int SIZE = 1 << SHIFT;

    /** The length of the instruction, in a slot. */
    static final int LENGTH = 7;
    /** The slot is not decoded, or must be decoded every time. */
    static final int UNDECODED = 1 << 3;
    /** The instruction executes whatever the IT block says: BKPT. */
    static final int UNCONDITIONAL = 1 << 4;
    /** A breakpoint is here. */
    static final int BREAKPOINT = 1 << 5;
    /** A static probe is here. */
    static final int PROBE = 1 << 6;
    /** The instruction is decoded for an IT block; bits 15:8 have the ITSTATE. */
    static final int IN_IT = 1 << 7;

    static final int IT_SHIFT = 8;

    final ThumbInstruction[] code = new ThumbInstruction[SIZE / 2];
    final char[] slots = new char[SIZE / 2];
    /** What was compiled, by the slot of its first instruction; null until something is. */
    CompiledStretch[] compiled;
    /** How often a slot was branched to. */
    final int[] arrivals = new int[SIZE / 2];

    final Ram ram;
    final int page;
    final int offset;
    private final byte[] source;
    long epoch;
    /** For a wide instruction in the last slot: what its second halfword was, and the ITSTATE, when it was decoded. */
    int nextHalfword;

    int lastItState;

    CodeBlock(Ram ram, int page, int offset, long epoch) {
        this.ram = ram;
        this.page = page;
        this.offset = offset;
        this.epoch = epoch;
        source = Arrays.copyOfRange(ram.page(page), offset, offset + SIZE);
        Arrays.fill(slots, (char) UNDECODED);
    }

    /** Whether memory still has the bytes that were decoded. */
    boolean isCurrent() {
        return Arrays.equals(source, 0, SIZE, ram.page(page), offset, offset + SIZE);
    }

    int compiledCount() {
        int count = 0;
        for (int i = 0; compiled != null && i < compiled.length; i++) {
            count += compiled[i] == null ? 0 : 1;
        }
        return count;
    }

    /** The halfword of a slot. */
    int halfword(int index) {
        return source[2 * index] & 0xFF | (source[2 * index + 1] & 0xFF) << 8;
    }

    /** Forgets one slot, and what was compiled with it. */
    void forget(int index) {
        slots[index] = UNDECODED;
        code[index] = null;
        compiled = null;
        Arrays.fill(arrivals, 0);
    }
}
