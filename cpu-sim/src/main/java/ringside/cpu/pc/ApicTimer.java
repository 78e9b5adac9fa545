package ringside.cpu.pc;

import ringside.cpu.state.StateReader;
import ringside.cpu.state.StateWriter;
import ringside.cpu.state.Stateful;
import ringside.cpu.time.Alarm;
import ringside.cpu.time.Clock;

/**
 * The timer of a local APIC: counts down from its initial count, once or again and again, at the machine's clock divided
 * by 1 to 128. A period lasts as many ticks as the initial count. Or it waits for a value of the time-stamp counter; then
 * the counts are idle.
 *
 * <p>How it works: the count is worked out when it is asked for. An alarm is set only while the expiry would interrupt,
 * so that a masked timer does not keep a sleeping processor's time going.   @sdm Vol.3A 10.5.4
 */
final class ApicTimer implements Stateful {
    private static final int PERIODIC = 1 << 17;
    private static final int DEADLINE = 1 << 18;
    private static final int MODE = 3 << 17;
    private static final int MASKED = 1 << 16;

    private final Clock clock;
    private final Alarm alarm;
    private final Runnable whenExpired;
    private final ApicDeadline deadline;
    private int vectorEntry = MASKED;
    private int initialCount;
    private int divideCode;
    /** The count at {@link #since}, unsigned; 0 if it stands still. */
    private long count;

    private long since;

    ApicTimer(Clock clock, String name, Runnable whenExpired) {
        this.clock = clock;
        this.whenExpired = whenExpired;
        alarm = clock.alarm(name, this::expire);
        deadline = new ApicDeadline(clock, name + ".deadline", whenExpired);
    }

    int initialCount() {
        return initialCount;
    }

    int divideCode() {
        return divideCode;
    }

    /** The divide configuration: bits 3, 1 and 0 say 2, 4, … 128, and 1. */
    private int divider() {
        int code = divideCode >>> 1 & 4 | divideCode & 3;
        return code == 7 ? 1 : 2 << code;
    }

    int currentCount() {
        long passed = (clock.cycles() - since) / divider();
        if (count == 0 || passed < count) {
            return (int) (count == 0 ? 0 : count - passed);
        }
        long period = Integer.toUnsignedLong(initialCount);
        return isPeriodic() && period != 0 ? (int) (period - (passed - count) % period) : 0;
    }

    private boolean isPeriodic() {
        return (vectorEntry & PERIODIC) != 0;
    }

    private boolean isForDeadline() {
        return (vectorEntry & MODE) == DEADLINE;
    }

    /** IA32_TSC_DEADLINE; 0 in the other modes. */
    long deadline() {
        return isForDeadline() ? deadline.value() : 0;
    }

    /** Writes IA32_TSC_DEADLINE; in the other modes nothing happens. */
    void setDeadline(long timeStamp) {
        if (isForDeadline()) {
            deadline.set(timeStamp);
        }
    }

    /** What is added to the cycles to give the time-stamp counter. */
    void setTimeStampOffset(long offset) {
        deadline.setOffset(offset);
    }

    /** Writes the initial count and starts from it; 0 stops the timer. A timer for deadlines takes no count. */
    void start(int newInitialCount) {
        if (isForDeadline()) {
            return;
        }
        initialCount = newInitialCount;
        count = Integer.toUnsignedLong(newInitialCount);
        since = clock.cycles();
        schedule();
    }

    /** Writes the divide configuration. The count goes on from where it is. */
    void setDivideCode(int code) {
        settle();
        divideCode = code & 0xB;
        schedule();
    }

    /**
     * Follows a write of the timer's entry of the local vector table. Between deadlines and the other modes the timer is
     * disarmed.
     */
    void setVectorEntry(int entry) {
        settle();
        boolean wasForDeadline = isForDeadline();
        vectorEntry = entry;
        if (wasForDeadline != isForDeadline()) {
            deadline.set(0);
            count = 0;
            initialCount = 0;
        }
        deadline.setInterrupts((entry & MASKED) == 0);
        schedule();
    }

    private void settle() {
        long inTick = (clock.cycles() - since) % divider();
        count = Integer.toUnsignedLong(currentCount());
        since = clock.cycles() - inTick;
    }

    private void schedule() {
        settle();
        if (count != 0 && (vectorEntry & MASKED) == 0) {
            alarm.setAfter(since + count * divider() - clock.cycles());
        } else if (alarm.isSet()) {
            alarm.cancel();
        }
    }

    private void expire() {
        schedule();
        whenExpired.run();
    }

    void reset() {
        setVectorEntry(MASKED);
        divideCode = 0;
        start(0);
    }

    @Override
    public void save(StateWriter out) {
        out.word(vectorEntry);
        out.word(initialCount);
        out.word(divideCode);
        out.doubleword(count);
        out.doubleword(since);
        deadline.save(out);
    }

    @Override
    public void restore(StateReader in) {
        vectorEntry = in.word();
        initialCount = in.word();
        divideCode = in.word();
        count = in.doubleword();
        since = in.doubleword();
        deadline.restore(in);
    }
}
