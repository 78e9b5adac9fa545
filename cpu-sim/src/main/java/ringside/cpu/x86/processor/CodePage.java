package ringside.cpu.x86.processor;

import java.util.Arrays;
import ringside.cpu.bus.Ram;
import ringside.cpu.x86.X86Instruction;

/**
 * The instructions of one page of RAM, as decoded for one mode.
 *
 * <p>Slots are by byte. {@code lengths[i]} is the length of the instruction that starts there; 0 if it is not decoded, or
 * must be decoded each time it executes: a breakpoint is there, or it goes on in the next page. The length is negative
 * where a static probe is, so that it is looked at before it executes. The page keeps a copy of
 * the bytes it was decoded from, so that it can be told later whether it still holds.
 */
final class CodePage {
    static final int SIZE = Ram.PAGE_SIZE;
    private static final int LONGEST = 15;

    final X86Instruction[] code = new X86Instruction[SIZE];
    final byte[] lengths = new byte[SIZE];
    final Ram ram;
    final int page;
    private final byte[] source;
    long epoch;

    CodePage(Ram ram, int page, long epoch) {
        this.ram = ram;
        this.page = page;
        this.epoch = epoch;
        source = ram.page(page).clone();
    }

    /** Whether memory still has the bytes that were decoded. */
    boolean isCurrent() {
        return Arrays.equals(source, ram.page(page));
    }

    /** Keeps an instruction that lies in this page whole. */
    void keep(int offset, X86Instruction instruction, int length, boolean probed) {
        System.arraycopy(ram.page(page), offset, source, offset, length);
        code[offset] = instruction;
        lengths[offset] = (byte) (probed ? -length : length);
    }

    /** Forgets what was decoded from any of those bytes. */
    void forget(int offset, int length) {
        int from = Math.max(0, offset - LONGEST + 1);
        Arrays.fill(lengths, from, Math.min(SIZE, offset + length), (byte) 0);
    }

    /** Forgets everything, and takes the bytes as they are now. */
    void forgetAll() {
        Arrays.fill(lengths, (byte) 0);
        System.arraycopy(ram.page(page), 0, source, 0, SIZE);
    }
}
