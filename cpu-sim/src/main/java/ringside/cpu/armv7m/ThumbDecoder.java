package ringside.cpu.armv7m;

import ringside.cpu.view.DisassemblyView;

/**
 * Turns halfwords into instructions.
 *
 * <p>Whether an instruction stands in an IT block matters for decoding: it decides whether the 16-bit data-processing
 * instructions set the flags, and which instructions are UNPREDICTABLE.
 */
public interface ThumbDecoder {

    /**
     * Decodes the instruction that starts with the first halfword.
     *
     * @param first the first halfword, 0 to 0xFFFF
     * @param second the halfword after it; looked at only for a 32-bit instruction
     * @param itState the ITSTATE that holds when the instruction executes, 0 outside an IT block
     */
    ThumbInstruction decode(int first, int second, int itState);

    /**
     * Decodes an instruction and writes it in full: with the suffixes of its condition and width, its bytes, and a note
     * if it is UNDEFINED or UNPREDICTABLE. Parameters as in {@link #decode}.
     */
    DisassemblyView.Line disassemble(int address, int first, int second, int itState);

    /** Whether a first halfword begins a 32-bit instruction: bits 15:11 are 0b11101, 0b11110 or 0b11111. @arm A5.1 */
    static boolean isWide(int first) {
        return first >>> 11 >= 0b11101;
    }
}
