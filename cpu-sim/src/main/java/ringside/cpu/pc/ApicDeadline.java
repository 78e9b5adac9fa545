package ringside.cpu.pc;

import ringside.cpu.state.StateReader;
import ringside.cpu.state.StateWriter;
import ringside.cpu.state.Stateful;
import ringside.cpu.time.Alarm;
import ringside.cpu.time.Clock;

/**
 * The deadline of a local APIC's timer in TSC-deadline mode: it expires once, when the time-stamp counter has reached it.
 *
 * <p>How it works: the counter is the machine's cycles plus an offset that software may change, and then the deadline is
 * nearer or farther. A deadline that has passed reads as 0, whether or not it could interrupt; an alarm is set only if it
 * would.   @sdm Vol.3A 10.5.4.1
 */
final class ApicDeadline implements Stateful {
    /** No machine runs so long. */
    private static final long FOREVER = 1L << 60;

    private final Clock clock;
    private final Alarm alarm;
    private final Runnable whenExpired;
    private long offset;
    /** The counter's value to wait for, or 0. */
    private long deadline;

    private boolean interrupts;

    ApicDeadline(Clock clock, String name, Runnable whenExpired) {
        this.clock = clock;
        this.whenExpired = whenExpired;
        alarm = clock.alarm(name, this::expire);
    }

    private long timeStamp() {
        return clock.cycles() + offset;
    }

    private boolean hasPassed() {
        return Long.compareUnsigned(timeStamp(), deadline) >= 0;
    }

    long value() {
        return hasPassed() ? 0 : deadline;
    }

    /** Waits for a value of the counter, which may have passed; 0 waits for nothing. */
    void set(long newDeadline) {
        deadline = newDeadline;
        look();
    }

    /** Follows whether the timer's entry of the local vector table is open. A deadline that passed before is over. */
    void setInterrupts(boolean mayInterrupt) {
        deadline = value();
        interrupts = mayInterrupt;
        look();
    }

    /** Follows a write of the time-stamp counter. */
    void setOffset(long newOffset) {
        deadline = value();
        offset = newOffset;
        look();
    }

    private void look() {
        if (deadline != 0 && interrupts && hasPassed()) {
            expire();
        } else {
            schedule();
        }
    }

    private void schedule() {
        long left = deadline - timeStamp();
        if (deadline != 0 && interrupts && Long.compareUnsigned(left, FOREVER) < 0) {
            alarm.setAfter(left);
        } else if (alarm.isSet()) {
            alarm.cancel();
        }
    }

    private void expire() {
        deadline = 0;
        schedule();
        whenExpired.run();
    }

    @Override
    public void save(StateWriter out) {
        out.doubleword(offset);
        out.doubleword(deadline);
        out.flag(interrupts);
    }

    @Override
    public void restore(StateReader in) {
        offset = in.doubleword();
        deadline = in.doubleword();
        interrupts = in.flag();
    }
}
