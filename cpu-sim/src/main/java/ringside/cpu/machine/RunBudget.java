package ringside.cpu.machine;

/**
 * How far a run may go.
 *
 * @param instructions how many instructions may be retired, at least 0
 * @param stops what ends the run earlier
 */
public record RunBudget(long instructions, StopConditions stops) {

    /** One instruction. */
    public static final RunBudget STEP = new RunBudget(1, StopConditions.NONE);

    /** Checks the number. */
    public RunBudget {
        if (instructions < 0) {
            throw new IllegalArgumentException("a run cannot have " + instructions + " instructions");
        }
    }

    /** So many instructions, unless the guest ends before. */
    public static RunBudget of(long instructions) {
        return new RunBudget(instructions, StopConditions.NONE);
    }
}
