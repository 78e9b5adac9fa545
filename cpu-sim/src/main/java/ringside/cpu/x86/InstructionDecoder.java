package ringside.cpu.x86;

/** Turns bytes into instructions. */
public interface InstructionDecoder {

    /**
     * Decodes the instruction at the start of the code. What is not an instruction becomes one that raises #UD.
     *
     * @param codeBits 16, 32 or 64
     * @param realMode whether the processor is in real mode, where a few instructions are not recognised
     * @throws X86Fault #GP(0) if it is longer than 15 bytes, or what the source throws
     */
    Decoded decode(CodeSource code, int codeBits, boolean realMode);

    /**
     * An instruction and its length.
     *
     * @param length in bytes, 1 to 15
     */
    record Decoded(X86Instruction instruction, int length) {}
}
