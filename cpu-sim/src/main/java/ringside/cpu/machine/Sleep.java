package ringside.cpu.machine;

import java.util.function.BooleanSupplier;
import ringside.cpu.state.StateReader;
import ringside.cpu.state.StateWriter;
import ringside.cpu.state.Stateful;
import ringside.cpu.time.Clock;
import ringside.cpu.trace.CpuEventKind;
import ringside.cpu.trace.TraceRing;

/**
 * The sleep of a processor: the clock skips from alarm to alarm until something wakes it.
 *
 * <p>If no alarm is set, or if very many wake nobody, the processor waits for input: its next runs end at once, until a
 * line or an alarm has changed.
 */
public final class Sleep implements Stateful {
    /** After so many alarms that wake nobody a sleep is taken to last until input comes. */
    private static final int MAX_ALARMS = 1_000_000;

    private final Clock clock;
    private final TraceRing trace;
    private final BooleanSupplier awakened;
    private boolean waiting;
    /** The clock's count of changes when the wait began: any more, and somebody has set an alarm. */
    private long waitingSince;

    private boolean asleep;
    private long asleepSince;

    /**
     * Makes the sleep of a processor, which is awake.
     *
     * @param awakened whether something waits that wakes the processor
     */
    public Sleep(Clock clock, TraceRing trace, BooleanSupplier awakened) {
        this.clock = clock;
        this.trace = trace;
        this.awakened = awakened;
    }

    /** Forgets the sleep. */
    public void reset() {
        waiting = false;
        asleep = false;
        asleepSince = 0;
    }

    /** Whether it waits for input, and none has come. */
    public boolean stillWaits() {
        return isWaiting() && !awakened.getAsBoolean();
    }

    private boolean isWaiting() {
        return waiting && waitingSince == clock.changes();
    }

    /**
     * Lets time pass until the processor is awake, or waits for input.
     *
     * @param way which instruction put it to sleep, as the argument of the event
     * @param abandoned whether something else ends the sleep, such as a reset
     * @return true if it is awake, or the sleep was abandoned
     */
    public boolean untilAwakened(int way, BooleanSupplier abandoned) {
        waiting = false;
        if (!asleep && !awakened.getAsBoolean()) {
            fallAsleep(way);
        }
        for (int alarms = 0; !abandoned.getAsBoolean() && !awakened.getAsBoolean(); alarms++) {
            if (alarms == MAX_ALARMS || !clock.skipToNextDue()) {
                waiting = true;
                waitingSince = clock.changes();
                return false;
            }
            clock.fireDue();
        }
        awake();
        return true;
    }

    private void fallAsleep(int way) {
        asleep = true;
        asleepSince = clock.cycles();
        if (trace.wants(CpuEventKind.SLEEP)) {
            trace.add(clock.instructions(), CpuEventKind.SLEEP, way, 0, 0, 0);
        }
    }

    private void awake() {
        if (asleep && trace.wants(CpuEventKind.WAKE)) {
            long cycles = clock.cycles() - asleepSince;
            trace.add(clock.instructions(), CpuEventKind.WAKE, cycles, 0, 0, 0);
        }
        asleep = false;
        asleepSince = 0;
    }

    @Override
    public void save(StateWriter out) {
        out.flag(isWaiting());
        out.flag(asleep);
        out.doubleword(asleepSince);
    }

    @Override
    public void restore(StateReader in) {
        waiting = in.flag();
        waitingSince = clock.changes();
        asleep = in.flag();
        asleepSince = in.doubleword();
    }
}
