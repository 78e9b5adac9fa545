package ringside.cpu.history;

import ringside.cpu.machine.StopReason;

/**
 * Where a move on the timeline ended, and why.
 *
 * @param from the mark at which the move began
 * @param mark the mark at which the machine is now
 * @param cause why the move ended
 * @param stop why the machine stopped, if {@code cause} is {@link Cause#STOPPED}; otherwise null
 */
public record Arrival(long from, long mark, Cause cause, StopReason stop) {

    /** Why a move ended. */
    public enum Cause {
        /** The mark that was asked for, or the end of the budget, was reached. */
        REACHED,
        /** Something stopped the machine: a breakpoint, an event, the guest itself. */
        STOPPED,
        /** A move backwards found nothing and is at the first mark of the history. */
        AT_START,
        /** The caller cancelled. A run stays where it is; a seek or a search is back where it began. */
        CANCELLED
    }

    static Arrival reached(long from, long mark) {
        return new Arrival(from, mark, Cause.REACHED, null);
    }

    static Arrival stopped(long from, long mark, StopReason stop) {
        return new Arrival(from, mark, Cause.STOPPED, stop);
    }

    static Arrival atStart(long from, long mark) {
        return new Arrival(from, mark, Cause.AT_START, null);
    }

    static Arrival cancelled(long from, long mark) {
        return new Arrival(from, mark, Cause.CANCELLED, null);
    }

    /** Whether the guest can never go on from here. */
    public boolean isFinal() {
        return stop != null && stop.isFinal();
    }

    /** One sentence for people. */
    public String explanation() {
        return switch (cause) {
            case REACHED -> "At mark " + mark + ".";
            case STOPPED -> stop.explanation();
            case AT_START -> "This is the first instant of the history.";
            case CANCELLED -> "Cancelled.";
        };
    }
}
