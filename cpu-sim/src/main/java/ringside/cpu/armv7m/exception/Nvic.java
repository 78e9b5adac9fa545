package ringside.cpu.armv7m.exception;

import ringside.cpu.bus.InterruptLine;
import ringside.cpu.state.StateReader;
import ringside.cpu.state.StateWriter;
import ringside.cpu.state.Stateful;

/**
 * The state of every exception, and who comes first. @arm B1.5.4, B3.4
 *
 * <p>How it works: (1) arrays by exception number hold enabled, pending, active, priority and the level of an interrupt's
 * line. (2) The execution priority and the best pending exception are computed when they are asked for after a change,
 * and kept. (3) A line that rises makes its interrupt pending; a line that is still high when its handler returns makes
 * it pending again; a line that falls changes nothing, since the controller has latched the interrupt.
 */
public final class Nvic implements Stateful {
    /** A priority lower than all others: that of Thread mode without any mask. */
    public static final int LOWEST = 256;

    private static final int MAX_IRQS = 240;

    private final int count;
    private final int priorityMask;
    private final SystemSignals signals;
    private final boolean[] enabled;
    private final boolean[] pending;
    private final boolean[] active;
    private final boolean[] line;
    private final int[] priority;
    private int priorityGroup;
    private boolean primask;
    private boolean faultmask;
    private int basepri;

    private boolean stale = true;
    private int executionPriority;
    private int bestPending;

    /** A controller with so many external interrupts (1 to 240) and implemented bits of priority (3 to 8). */
    public Nvic(int irqCount, int priorityBits, SystemSignals signals) {
        if (irqCount < 1 || irqCount > MAX_IRQS || priorityBits < 3 || priorityBits > 8) {
            throw new IllegalArgumentException(irqCount + " interrupts, " + priorityBits + " bits of priority");
        }
        count = ExceptionNumber.FIRST_IRQ + irqCount;
        priorityMask = 0xFF << 8 - priorityBits & 0xFF;
        this.signals = signals;
        enabled = new boolean[count];
        pending = new boolean[count];
        active = new boolean[count];
        line = new boolean[count];
        priority = new int[count];
        reset();
    }

    /** Back to the state after reset. The levels of the lines are the devices' and stay. */
    public void reset() {
        for (int i = 0; i < count; i++) {
            pending[i] = false;
            active[i] = false;
            priority[i] = 0;
            enabled[i] = i < ExceptionNumber.FIRST_IRQ && ExceptionNumber.exists(i) && !isEnabledBySoftware(i);
        }
        priority[ExceptionNumber.RESET] = -3;
        priority[ExceptionNumber.NMI] = -2;
        priority[ExceptionNumber.HARD_FAULT] = -1;
        priorityGroup = 0;
        primask = false;
        faultmask = false;
        basepri = 0;
        changed();
    }

    private static boolean isEnabledBySoftware(int number) {
        return number >= ExceptionNumber.MEM_MANAGE && number <= ExceptionNumber.USAGE_FAULT
                || number == ExceptionNumber.DEBUG_MONITOR;
    }

    private void changed() {
        stale = true;
        signals.prioritiesChanged();
    }

    private void refresh() {
        if (stale) {
            stale = false;
            executionPriority = Math.min(highestActive(), boostedPriority());
            bestPending = findBestPending();
        }
    }

    private int highestActive() {
        int highest = LOWEST;
        for (int i = 1; i < count; i++) {
            if (active[i]) {
                highest = Math.min(highest, groupPriority(i));
            }
        }
        return highest;
    }

    private int boostedPriority() {
        if (faultmask) {
            return -1;
        }
        if (primask) {
            return 0;
        }
        return basepri != 0 ? group(basepri) : LOWEST;
    }

    private int findBestPending() {
        int best = 0;
        for (int i = 1; i < count; i++) {
            if (pending[i] && enabled[i] && (best == 0 || priority[i] < priority[best])) {
                best = i;
            }
        }
        return best;
    }

    private int group(int value) {
        return value < 0 ? value : value & -(2 << priorityGroup);
    }

    // ---- priorities ----

    /** How many exceptions there are, counting from 0: 16 and the interrupts. */
    public int count() {
        return count;
    }

    /** The bits of a priority that are implemented. */
    public int priorityMask() {
        return priorityMask;
    }

    /** {@code ExecutionPriority()}: what a new exception must be better (lower) than. @arm B1.5.4 */
    public int executionPriority() {
        refresh();
        return executionPriority;
    }

    /** The priority of an exception, with its subpriority. */
    public int priority(int number) {
        return priority[number];
    }

    /** The part of an exception's priority that decides about pre-emption. */
    public int groupPriority(int number) {
        return group(priority[number]);
    }

    /** Chooses the priority of a configurable exception; bits that are not implemented stay 0. */
    public void setPriority(int number, int value) {
        if (number < count && ExceptionNumber.isConfigurable(number)) {
            priority[number] = value & priorityMask;
            changed();
        }
    }

    /** AIRCR.PRIGROUP. */
    public int priorityGroup() {
        return priorityGroup;
    }

    /** Sets AIRCR.PRIGROUP. */
    public void setPriorityGroup(int value) {
        priorityGroup = value & 7;
        changed();
    }

    // ---- who comes next ----

    /** The pending and enabled exception that comes first, or 0: lowest priority value, then lowest number. */
    public int bestPending() {
        refresh();
        return bestPending;
    }

    /** Whether that exception is to be taken now. */
    public boolean isTakable() {
        refresh();
        return bestPending != 0 && groupPriority(bestPending) < executionPriority;
    }

    /** Whether a pending exception ends the sleep of WFI: as if PRIMASK were 0. @arm B1.5.19 */
    public boolean wakes() {
        if (bestPending() == 0) {
            return false;
        }
        int boosted = faultmask ? -1 : basepri != 0 ? group(basepri) : LOWEST;
        return groupPriority(bestPending) < Math.min(highestActive(), boosted);
    }

    // ---- pending, active, enabled ----

    /** Whether an exception is pending. */
    public boolean isPending(int number) {
        return pending[number];
    }

    /** Makes an exception pending. */
    public void setPending(int number) {
        boolean fresh = !pending[number];
        pending[number] = true;
        changed();
        if (fresh) {
            signals.pended(number);
        }
    }

    /** Clears the pending state, unless an interrupt's line is high and its handler does not run. */
    public void clearPending(int number) {
        pending[number] = line[number] && !active[number];
        changed();
    }

    /** Whether an exception is active: its handler runs or was pre-empted. */
    public boolean isActive(int number) {
        return active[number];
    }

    /** Sets an active bit, as SHCSR can. */
    public void setActive(int number, boolean value) {
        active[number] = value;
        changed();
    }

    /** A handler begins: active, no longer pending. */
    public void activate(int number) {
        active[number] = true;
        pending[number] = false;
        changed();
    }

    /** A handler ends. An interrupt whose line is still high is pending again. */
    public void deactivate(int number) {
        active[number] = false;
        if (line[number]) {
            setPending(number);
        }
        changed();
    }

    /** How many exceptions are active. */
    public int activeCount() {
        int n = 0;
        for (int i = 1; i < count; i++) {
            if (active[i]) {
                n++;
            }
        }
        return n;
    }

    /** Whether an exception is enabled. */
    public boolean isEnabled(int number) {
        return enabled[number];
    }

    /** Enables or disables an interrupt or a configurable fault. */
    public void setEnabled(int number, boolean value) {
        enabled[number] = value;
        changed();
    }

    // ---- masks ----

    /** PRIMASK. */
    public boolean primask() {
        return primask;
    }

    /** Sets PRIMASK. */
    public void setPrimask(boolean value) {
        primask = value;
        changed();
    }

    /** FAULTMASK. */
    public boolean faultmask() {
        return faultmask;
    }

    /** Sets FAULTMASK. */
    public void setFaultmask(boolean value) {
        faultmask = value;
        changed();
    }

    /** BASEPRI. */
    public int basepri() {
        return basepri;
    }

    /** Sets BASEPRI; bits that are not implemented stay 0. */
    public void setBasepri(int value) {
        basepri = value & priorityMask;
        changed();
    }

    // ---- lines ----

    /** The line of an external interrupt, counted from 0. */
    public InterruptLine line(int irq) {
        int number = ExceptionNumber.FIRST_IRQ + irq;
        if (irq < 0 || number >= count) {
            throw new IllegalArgumentException("there is no interrupt " + irq);
        }
        return asserted -> drive(number, asserted);
    }

    /** The line of the non-maskable interrupt. */
    public InterruptLine nonMaskableLine() {
        return asserted -> drive(ExceptionNumber.NMI, asserted);
    }

    private void drive(int number, boolean asserted) {
        if (line[number] != asserted) {
            line[number] = asserted;
            if (asserted) {
                setPending(number);
            }
        }
    }

    /** Whether the line of an exception is high. */
    public boolean isLineHigh(int number) {
        return line[number];
    }

    @Override
    public void save(StateWriter out) {
        for (int i = 0; i < count; i++) {
            out.byteValue((enabled[i] ? 1 : 0) | (pending[i] ? 2 : 0) | (active[i] ? 4 : 0) | (line[i] ? 8 : 0));
        }
        out.words(priority);
        out.byteValue(priorityGroup);
        out.flag(primask);
        out.flag(faultmask);
        out.byteValue(basepri);
    }

    @Override
    public void restore(StateReader in) {
        for (int i = 0; i < count; i++) {
            int bits = in.byteValue();
            enabled[i] = (bits & 1) != 0;
            pending[i] = (bits & 2) != 0;
            active[i] = (bits & 4) != 0;
            line[i] = (bits & 8) != 0;
        }
        in.words(priority);
        priorityGroup = in.byteValue();
        primask = in.flag();
        faultmask = in.flag();
        basepri = in.byteValue();
        changed();
    }
}
