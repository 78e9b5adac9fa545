package ringside.cpu.armv7m;

import ringside.cpu.state.StateReader;
import ringside.cpu.state.StateWriter;
import ringside.cpu.state.Stateful;
import ringside.cpu.trace.CpuEventKind;

/**
 * WFI and WFE: the clock skips from alarm to alarm until something wakes the processor. @arm B1.5.17 to B1.5.19
 *
 * <p>If no alarm is set, or if very many wake nobody, the processor waits for input: its next runs end at once, until a
 * line or an alarm has changed.
 */
final class Sleep implements Stateful {
    /** After so many alarms that wake nobody a sleep is taken to last until input comes. */
    private static final int MAX_ALARMS = 1_000_000;

    private final CortexMSystem cpu;
    private boolean waiting;
    /** The clock's count of changes when the wait began: any more, and somebody has set an alarm. */
    private long waitingSince;

    private boolean asleep;
    private long asleepSince;

    Sleep(CortexMSystem cpu) {
        this.cpu = cpu;
    }

    void reset() {
        waiting = false;
        asleep = false;
        asleepSince = 0;
    }

    /** Whether it waits for input, and none has come. */
    boolean stillWaits() {
        return isWaiting() && !isAwakened();
    }

    private boolean isWaiting() {
        return waiting && waitingSince == cpu.clock.changes();
    }

    private boolean isAwakened() {
        return cpu.sleepsForEvent ? cpu.eventRegister || cpu.nvic.isTakable() : cpu.nvic.wakes();
    }

    /** Lets time pass until the processor is awake, or waits for input. */
    void untilAwakened() {
        waiting = false;
        if (!asleep && !isAwakened()) {
            fallAsleep();
        }
        for (int alarms = 0; cpu.sleeping && !cpu.resetRequested && !isAwakened(); alarms++) {
            if (alarms == MAX_ALARMS || !cpu.clock.skipToNextDue()) {
                waiting = true;
                waitingSince = cpu.clock.changes();
                return;
            }
            cpu.clock.fireDue();
        }
        awake();
    }

    private void fallAsleep() {
        asleep = true;
        asleepSince = cpu.clock.cycles();
        if (cpu.trace.wants(CpuEventKind.SLEEP)) {
            cpu.trace.add(cpu.clock.instructions(), CpuEventKind.SLEEP, cpu.sleepsForEvent ? 1 : 0, 0, 0, 0);
        }
    }

    private void awake() {
        if (asleep && cpu.trace.wants(CpuEventKind.WAKE)) {
            long cycles = cpu.clock.cycles() - asleepSince;
            cpu.trace.add(cpu.clock.instructions(), CpuEventKind.WAKE, cycles, 0, 0, 0);
        }
        if (cpu.sleepsForEvent) {
            cpu.eventRegister = false;
        }
        cpu.sleeping = false;
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
        waitingSince = cpu.clock.changes();
        asleep = in.flag();
        asleepSince = in.doubleword();
    }
}
