package ringside.cpu.armv7m;

/**
 * One decoded Thumb instruction: a record whose fields are its operands.
 *
 * <p>An instruction knows neither where it lies nor how long it is; {@code R[15]} reads as its address plus 4 while it
 * executes. The IT condition, breakpoints, counting and tracing stand in the step loop, never here.
 */
public interface ThumbInstruction {

    /**
     * Does what the manual's pseudocode says. Memory is accessed before registers and flags change, so that an
     * instruction abandoned by a fault has changed nothing it must not.
     *
     * @throws InstructionAbandoned after a fault has been recorded
     */
    void execute(CortexM cpu);

    /**
     * The instruction as the manual's assembler syntax writes it, for an instruction at the given address; without the
     * suffixes of condition and width, which {@link ThumbDecoder#disassemble} adds.
     */
    AssemblyText assembly(int address);

    /** What it reads and changes. */
    Effects effects();

    /**
     * The ITSTATE that holds for the next instruction in memory, if this one does not branch. {@code ITAdvance()} for
     * all but IT itself. @arm A7.3.3
     */
    default int itStateAfter(int itState) {
        return (itState & 0b111) == 0 ? 0 : itState & 0xE0 | itState << 1 & 0x1F;
    }

    /** Why the instruction is special: UNDEFINED, or UNPREDICTABLE with what we do; empty for plain instructions. */
    default String note() {
        return "";
    }

    /** Whether it executes in an IT block whatever the condition: BKPT only. @arm A7.7 BKPT */
    default boolean isUnconditional() {
        return false;
    }

    /** Whether the assembler writes the condition of an IT block after the mnemonic. */
    default boolean takesConditionSuffix() {
        return true;
    }
}
