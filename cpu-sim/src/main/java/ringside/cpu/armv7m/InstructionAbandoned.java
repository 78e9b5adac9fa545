package ringside.cpu.armv7m;

/**
 * Leaves an instruction in the middle, after the exception that it caused has been made pending.
 *
 * <p>Thrown by {@link CortexM}'s access methods, caught by the step loop. There is one instance without a stack trace.
 */
public final class InstructionAbandoned extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** The only instance. */
    static final InstructionAbandoned INSTANCE = new InstructionAbandoned();

    private InstructionAbandoned() {
        super("the instruction caused a fault", null, false, false);
    }
}
