package ringside.cpu.history;

import ringside.cpu.machine.StopReason;

/** Decides whether a stop counts, such as the condition of a conditional breakpoint. */
@FunctionalInterface
public interface StopTest {

    /** Whether the stop counts. The machine has just stopped and may be looked at, but not moved. */
    boolean accepts(StopReason stop);
}
