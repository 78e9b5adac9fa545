package ringside.cpu.armv7m.exception;

import ringside.cpu.state.StateReader;
import ringside.cpu.state.StateWriter;
import ringside.cpu.state.Stateful;
import ringside.cpu.time.Alarm;
import ringside.cpu.time.Clock;

/**
 * The 24-bit timer of the core. @arm B3.3
 *
 * <p>How it works: the counter is not counted; its value at some cycle is kept, and what it is now follows from the
 * clock. (1) {@link #ticksNow} is the number of ticks of the chosen clock since the machine was switched on: every cycle,
 * or every so many cycles for the reference clock. (2) Counting from 1 to 0 sets COUNTFLAG and, with TICKINT, makes the
 * exception pending; the next tick loads RVR; so the period is RVR + 1 ticks. (3) An alarm is set only while TICKINT
 * wants one. Cycles pass in sleep too, so the timer wakes a sleeping processor.
 */
public final class SysTick implements Stateful {
    /** CSR, the offset from 0xE000_E000. */
    public static final int CSR = 0x010;
    /** RVR. */
    public static final int RVR = 0x014;
    /** CVR. */
    public static final int CVR = 0x018;
    /** CALIB. */
    public static final int CALIB = 0x01C;

    private static final int ENABLE = 1;
    private static final int TICKINT = 2;
    private static final int CLKSOURCE = 4;
    private static final int COUNTFLAG = 1 << 16;
    private static final int MAX = 0xFF_FFFF;

    private final Clock clock;
    private final Nvic nvic;
    private final int referenceDivider;
    private final int calibration;
    private final Alarm alarm;
    private int control;
    private int reload;
    private int value;
    private long valueAt;
    private boolean countFlag;

    /**
     * A timer on that clock.
     *
     * @param referenceDivider cycles in a tick of the reference clock, or 0 if the board has none
     * @param calibration the CALIB register
     */
    public SysTick(Clock clock, Nvic nvic, int referenceDivider, int calibration) {
        this.clock = clock;
        this.nvic = nvic;
        this.referenceDivider = referenceDivider;
        this.calibration = calibration;
        alarm = clock.alarm("systick", this::reachedZero);
        reset();
    }

    /** Back to the state after reset: off. */
    public void reset() {
        control = referenceDivider == 0 ? CLKSOURCE : 0;
        reload = 0;
        value = 0;
        valueAt = 0;
        countFlag = false;
        alarm.cancel();
    }

    private int divider() {
        return (control & CLKSOURCE) != 0 ? 1 : referenceDivider;
    }

    private long ticksNow() {
        return clock.cycles() / divider();
    }

    private boolean isCounting() {
        return (control & ENABLE) != 0;
    }

    /** What the counter is after so many ticks. */
    private int valueAfter(long ticks) {
        if (ticks <= value) {
            return value - (int) ticks;
        }
        long sinceReload = ticks - value - 1;
        return reload - (int) (sinceReload % (reload + 1L));
    }

    /** After how many ticks the counter next counts from 1 to 0, or -1 for never. */
    private long ticksToZero() {
        if (value > 0) {
            return value;
        }
        return reload > 0 ? 1L + reload : -1;
    }

    private boolean reachedZeroWithin(long ticks) {
        long first = ticksToZero();
        return first > 0 && first <= ticks;
    }

    private int currentValue() {
        return isCounting() ? valueAfter(ticksNow() - valueAt) : value;
    }

    private boolean currentCountFlag() {
        return countFlag || isCounting() && reachedZeroWithin(ticksNow() - valueAt);
    }

    /** Moves the kept value to now. */
    private void settle() {
        countFlag = currentCountFlag();
        value = currentValue();
        valueAt = ticksNow();
    }

    private void setAlarm() {
        long ticks = ticksToZero();
        if (isCounting() && (control & TICKINT) != 0 && ticks > 0) {
            alarm.setAfter((valueAt + ticks) * divider() - clock.cycles());
        } else {
            alarm.cancel();
        }
    }

    private void reachedZero() {
        settle();
        nvic.setPending(ExceptionNumber.SYS_TICK);
        setAlarm();
    }

    /** What {@link #load} would return, without its effects. */
    public int peek(int offset) {
        return switch (offset) {
            case CSR -> control | (currentCountFlag() ? COUNTFLAG : 0);
            case RVR -> reload;
            case CVR -> currentValue();
            case CALIB -> calibration;
            default -> 0;
        };
    }

    /** Reads a register; reading CSR clears COUNTFLAG. */
    public int load(int offset) {
        int result = peek(offset);
        if (offset == CSR) {
            settle();
            countFlag = false;
        }
        return result;
    }

    /** Writes a register. Writing anything to CVR clears it and COUNTFLAG, without an exception. */
    public void store(int offset, int written) {
        settle();
        switch (offset) {
            case CSR -> control = written & (ENABLE | TICKINT) | clockSource(written);
            case RVR -> reload = written & MAX;
            case CVR -> {
                value = 0;
                countFlag = false;
            }
            default -> {}
        }
        valueAt = ticksNow();
        setAlarm();
    }

    private int clockSource(int written) {
        return referenceDivider == 0 ? CLKSOURCE : written & CLKSOURCE;
    }

    @Override
    public void save(StateWriter out) {
        out.word(control);
        out.word(reload);
        out.word(value);
        out.doubleword(valueAt);
        out.flag(countFlag);
    }

    @Override
    public void restore(StateReader in) {
        control = in.word();
        reload = in.word();
        value = in.word();
        valueAt = in.doubleword();
        countFlag = in.flag();
    }
}
