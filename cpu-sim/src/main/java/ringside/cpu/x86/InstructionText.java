package ringside.cpu.x86;

import java.util.function.LongToIntFunction;
import ringside.cpu.view.DisassemblyView;

/** Turns code into text, without effects. */
@FunctionalInterface
public interface InstructionText {

    /**
     * Disassembles instructions from an address on.
     *
     * @param memory a byte by its linear address, or -1 where nothing is mapped
     * @param codeBits 16, 32 or 64
     */
    DisassemblyView disassemble(LongToIntFunction memory, long address, int count, int codeBits, boolean realMode);
}
