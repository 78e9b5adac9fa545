package ringside.cpu.device;

import ringside.cpu.state.StateReader;
import ringside.cpu.state.StateWriter;
import ringside.cpu.state.Stateful;
import ringside.cpu.time.Alarm;
import ringside.cpu.time.Clock;

/**
 * A 32-bit counter that counts down with the clock and says when it reaches zero.
 *
 * <p>How it works: nothing happens while it counts. The counter remembers the value that it had at some cycle, and
 * works out the present one when asked; one alarm stands at the moment of the next zero. It stays at zero for one tick
 * and goes on from the reload value, so its period is reload + 1 ticks; with a reload value of zero it stays at zero.
 */
final class Countdown implements Stateful {
    private final Clock clock;
    private final Alarm alarm;
    private final Runnable whenZero;
    private int value;
    private int reload;
    private int cyclesPerTick = 1;
    private boolean running;
    private boolean oneShot;
    private long since;

    Countdown(Clock clock, String name, Runnable whenZero) {
        this.clock = clock;
        this.whenZero = whenZero;
        alarm = clock.alarm(name, this::reachZero);
    }

    /** The count now, unsigned. */
    int value() {
        if (!running) {
            return value;
        }
        long passed = (clock.cycles() - since) / cyclesPerTick;
        long start = Integer.toUnsignedLong(value);
        if (passed <= start) {
            return (int) (start - passed);
        }
        return stopsAtZero() ? 0 : (int) (Integer.toUnsignedLong(reload) - (passed - start - 1));
    }

    /** The value from which it goes on after zero, unsigned. */
    int reload() {
        return reload;
    }

    boolean isRunning() {
        return running;
    }

    /** Sets the value now, and goes on from there. */
    void setValue(int newValue) {
        value = newValue;
        since = clock.cycles();
        schedule();
    }

    /** Sets the value for the next reload. The count goes on. */
    void setReload(int newReload) {
        settle();
        reload = newReload;
        schedule();
    }

    /** Sets how many cycles one tick lasts. A tick that has begun begins anew. */
    void setCyclesPerTick(int cycles) {
        settle();
        since = clock.cycles();
        cyclesPerTick = cycles;
        schedule();
    }

    /** Chooses whether the counter stays at zero once it is there. */
    void setOneShot(boolean stays) {
        settle();
        oneShot = stays;
        schedule();
    }

    void start() {
        if (!running) {
            running = true;
            since = clock.cycles();
            schedule();
        }
    }

    void stop() {
        settle();
        running = false;
        schedule();
    }

    /** Stops, with value and reload value as given, one cycle a tick, wrapping. */
    void reset(int newValue, int newReload) {
        value = newValue;
        reload = newReload;
        cyclesPerTick = 1;
        oneShot = false;
        running = false;
        since = clock.cycles();
        schedule();
    }

    private boolean stopsAtZero() {
        return oneShot || reload == 0;
    }

    private void settle() {
        long inTick = running ? (clock.cycles() - since) % cyclesPerTick : 0;
        value = value();
        since = clock.cycles() - inTick;
    }

    private void schedule() {
        long ticks = value != 0 ? Integer.toUnsignedLong(value) : Integer.toUnsignedLong(reload) + 1;
        if (running && (value != 0 || !stopsAtZero())) {
            alarm.setAfter(since + ticks * cyclesPerTick - clock.cycles());
        } else if (alarm.isSet()) {
            alarm.cancel();
        }
    }

    private void reachZero() {
        long ticks = value != 0 ? Integer.toUnsignedLong(value) : Integer.toUnsignedLong(reload) + 1;
        since += ticks * cyclesPerTick;
        value = 0;
        schedule();
        whenZero.run();
    }

    @Override
    public void save(StateWriter out) {
        out.word(value);
        out.word(reload);
        out.word(cyclesPerTick);
        out.flag(running);
        out.flag(oneShot);
        out.doubleword(since);
    }

    @Override
    public void restore(StateReader in) {
        value = in.word();
        reload = in.word();
        cyclesPerTick = in.word();
        running = in.flag();
        oneShot = in.flag();
        since = in.doubleword();
    }
}
