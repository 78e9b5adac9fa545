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

    /** The instruction as the manual's assembler syntax writes it, for an instruction at the given address. */
    AssemblyText assembly(int address);
}
