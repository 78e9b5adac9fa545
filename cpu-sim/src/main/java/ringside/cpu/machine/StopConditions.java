package ringside.cpu.machine;

import java.util.Arrays;
import java.util.List;

/**
 * What ends a run early.
 *
 * <p>They belong to whoever runs the machine, not to the machine's state. A breakpoint at the very first instruction of
 * a run does not stop it, so that one can go on from a breakpoint.
 *
 * @param breakpoints addresses of instructions, sorted
 * @param eventMask kinds of events that stop, as the sum of their bits
 * @param watchpoints watched memory
 */
public record StopConditions(long[] breakpoints, int eventMask, List<Watchpoint> watchpoints) {

    /** Watched memory. */
    public record Watchpoint(long address, int length, boolean onRead, boolean onWrite) {}

    /** Nothing ends the run early. */
    public static final StopConditions NONE = new StopConditions(new long[0], 0, List.of());

    /** Sorts the breakpoints and copies what could change. */
    public StopConditions {
        breakpoints = breakpoints.clone();
        Arrays.sort(breakpoints);
        watchpoints = List.copyOf(watchpoints);
    }

    /** Stops before each of these instructions. */
    public static StopConditions breakpoints(long... addresses) {
        return new StopConditions(addresses, 0, List.of());
    }

    /** Stops after an event of one of these kinds. */
    public static StopConditions events(int mask) {
        return new StopConditions(new long[0], mask, List.of());
    }

    /** Whether an instruction at this address is a breakpoint. */
    public boolean breaksAt(long address) {
        return Arrays.binarySearch(breakpoints, address) >= 0;
    }
}
