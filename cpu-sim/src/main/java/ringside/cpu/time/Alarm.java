package ringside.cpu.time;

/** A moment on the clock at which a device wants to act. It is set or not; when it fires it is no longer set. */
public final class Alarm {
    private static final long NOT_SET = Long.MAX_VALUE;

    private final Clock clock;
    private final String name;
    private final Runnable action;
    private long due = NOT_SET;

    Alarm(Clock clock, String name, Runnable action) {
        this.clock = clock;
        this.name = name;
        this.action = action;
    }

    /** Sets the alarm, or moves it, to so many cycles from now; at least one. */
    public void setAfter(long cycles) {
        due = clock.cycles() + Math.max(1, cycles);
        clock.changed();
    }

    /** Unsets the alarm. */
    public void cancel() {
        due = NOT_SET;
        clock.changed();
    }

    /** Whether the alarm is set. */
    public boolean isSet() {
        return due != NOT_SET;
    }

    /** The cycle at which it is due, or {@link Long#MAX_VALUE} if it is not set. */
    public long due() {
        return due;
    }

    void fire() {
        due = NOT_SET;
        clock.changed();
        action.run();
    }

    void restoreDue(long cycle) {
        due = cycle;
    }

    @Override
    public String toString() {
        return name + (isSet() ? " due at cycle " + due : " not set");
    }
}
