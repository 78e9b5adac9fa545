package ringside.cpu.x86;

/**
 * A decoded instruction: what it does, with its operands filled in.
 *
 * <p>Implementations are records, one a mnemonic (or a family whose members differ in one number). {@link #execute}
 * follows the manual's operation section. Its order is: everything that may fault (loads, checks, the store), then the
 * flags, then the registers, then where execution goes on; so that a fault leaves the state as it was before the
 * instruction. Counting, breakpoints, single-stepping and interrupts stand in the step loop.
 */
public interface X86Instruction {

    /**
     * Executes the instruction.
     *
     * @throws X86Fault if the instruction causes an exception of class fault
     */
    void execute(X86Core cpu);

    /** What it does to the flags. */
    default Effects effects() {
        return Effects.NONE;
    }
}
