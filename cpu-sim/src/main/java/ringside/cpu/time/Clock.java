package ringside.cpu.time;

import java.util.ArrayList;
import java.util.List;
import ringside.cpu.state.StateReader;
import ringside.cpu.state.StateWriter;
import ringside.cpu.state.Stateful;

/**
 * The machine's time: instructions retired, and the cycles of the board's clock.
 *
 * <p>One instruction is one cycle. While the processor sleeps it retires nothing, but cycles pass: the clock then skips
 * to the next due alarm. So {@code cycles = instructions + cycles skipped asleep}. Instructions count a run (a mark is
 * such a count); cycles drive timers, baud rates and the virtual time shown to people.
 */
public final class Clock implements Stateful {
    private final List<Alarm> alarms = new ArrayList<>();
    private long instructions;
    private long skipped;
    private long nextDue = Long.MAX_VALUE;
    private long changes;

    /** Makes an alarm that runs the action when it is due. The order of these calls breaks ties between alarms. */
    public Alarm alarm(String name, Runnable action) {
        Alarm alarm = new Alarm(this, name, action);
        alarms.add(alarm);
        return alarm;
    }

    /** Instructions retired since reset: the mark. */
    public long instructions() {
        return instructions;
    }

    /** Cycles of the board's clock since reset. */
    public long cycles() {
        return instructions + skipped;
    }

    /** Counts one retired instruction. Called by the processor's step loop only. */
    public void retire() {
        instructions++;
    }

    /** Counts several retired instructions. Called by the processor's step loop only. */
    public void retire(int count) {
        instructions += count;
    }

    /** The mark at which the next alarm is due if the processor does not sleep, or {@link Long#MAX_VALUE}. */
    public long nextDueMark() {
        return nextDue == Long.MAX_VALUE ? Long.MAX_VALUE : nextDue - skipped;
    }

    /** Whether an alarm is due now. */
    public boolean isDue() {
        return cycles() >= nextDue;
    }

    /**
     * Lets the cycles until the next alarm pass without an instruction, as in sleep.
     *
     * @return false if no alarm is set, so that nothing can ever end the sleep but input
     */
    public boolean skipToNextDue() {
        if (nextDue == Long.MAX_VALUE) {
            return false;
        }
        if (nextDue > cycles()) {
            skipped = nextDue - instructions;
        }
        return true;
    }

    /** Runs the actions of all alarms that are due, earliest first, ties in the order in which they were made. */
    public void fireDue() {
        while (isDue()) {
            Alarm earliest = alarms.get(0);
            for (Alarm alarm : alarms) {
                if (alarm.due() < earliest.due()) {
                    earliest = alarm;
                }
            }
            earliest.fire();
        }
    }

    /** A number that grows whenever an alarm is set, moved, unset or fired. It is not part of the state. */
    public long changes() {
        return changes;
    }

    void changed() {
        changes++;
        long earliest = Long.MAX_VALUE;
        for (int i = 0; i < alarms.size(); i++) {
            earliest = Math.min(earliest, alarms.get(i).due());
        }
        nextDue = earliest;
    }

    @Override
    public void save(StateWriter out) {
        out.doubleword(instructions);
        out.doubleword(skipped);
        for (Alarm alarm : alarms) {
            out.doubleword(alarm.due());
        }
    }

    @Override
    public void restore(StateReader in) {
        instructions = in.doubleword();
        skipped = in.doubleword();
        for (Alarm alarm : alarms) {
            alarm.restoreDue(in.doubleword());
        }
        changed();
    }
}
