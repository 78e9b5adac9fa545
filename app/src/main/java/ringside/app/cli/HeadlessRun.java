package ringside.app.cli;

import java.io.PrintWriter;
import ringside.cpu.history.Arrival;
import ringside.cpu.history.Timeline;
import ringside.cpu.machine.StopReason;

/**
 * How a run from the command line ended.
 *
 * @param stop the stop's name in the JSON
 * @param explanation one sentence
 * @param guestDied whether the guest can go on no more, and not because it wanted to end
 * @param exitCode the guest's exit value, or null
 */
record HeadlessRun(String stop, String explanation, boolean guestDied, Integer exitCode) {
    private static final long SLICE = 1_000_000;

    /** Runs until the condition holds or the limit, a mark, is reached; the console goes to the writer, if not null. */
    static HeadlessRun run(Timeline timeline, long limit, Until until, PrintWriter console) {
        ConsoleText text = console == null ? null : new ConsoleText(timeline, console);
        long last = Math.min(limit, until.lastMark());
        while (timeline.mark() < last) {
            Arrival arrival = until.run(timeline, Math.min(SLICE, last - timeline.mark()));
            if (text != null) {
                text.showNew();
            }
            if (arrival.cause() == Arrival.Cause.STOPPED) {
                HeadlessRun stopped = of(arrival.stop());
                return stopped.stop.equals(until.label()) ? asked(until) : stopped;
            }
        }
        if (last == until.lastMark()) {
            return asked(until);
        }
        return of(new StopReason.BudgetSpent());
    }

    private static HeadlessRun asked(Until until) {
        return new HeadlessRun(until.label(), until.explanation(), false, null);
    }

    static HeadlessRun of(StopReason stop) {
        Integer exitCode = stop instanceof StopReason.Halted halted ? (Integer) halted.exitCode() : null;
        return new HeadlessRun(stop.label(), stop.explanation(), stop.isFinal() && exitCode == null, exitCode);
    }

    /** The exit status of the process. */
    int status(boolean asTheGuest) {
        if (asTheGuest && exitCode != null) {
            return exitCode & 0xFF;
        }
        return guestDied ? CommandLineProgram.FAILED : CommandLineProgram.DONE;
    }
}
