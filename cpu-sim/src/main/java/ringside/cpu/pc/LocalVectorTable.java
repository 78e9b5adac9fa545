package ringside.cpu.pc;

import java.util.Arrays;
import java.util.function.Consumer;
import ringside.cpu.state.StateReader;
import ringside.cpu.state.StateWriter;
import ringside.cpu.state.Stateful;

/**
 * The local vector table: what the sources within the processor and its two pins do when they want to interrupt.
 *
 * <p>After reset everything is masked, LINT0 too: it is firmware that lets the 8259 pair through, or switches the APIC
 * off.   @sdm Vol.3A 10.5.1
 */
final class LocalVectorTable implements Stateful {
    static final int TIMER = 0;
    static final int LINT0 = 3;
    static final int ERROR = 5;

    private static final int MASKED = 1 << 16;
    private static final int LEVEL = 1 << 15;
    private static final int REMOTE_IRR = 1 << 14;
    private static final int DELIVERY_STATUS = 1 << 12;
    /** The bits that software can write: timer, thermal sensor, performance counters, LINT0, LINT1, error. */
    private static final int[] WRITABLE = {0x0007_00FF, 0x0001_07FF, 0x0001_07FF, 0x0001_A7FF, 0x0001_A7FF, 0x0001_00FF
    };

    private final Consumer<ApicMessage> processor;
    private final ApicTimer timer;
    private final int[] entries = new int[6];
    private final boolean[] pins = new boolean[2];
    private boolean enabled;

    LocalVectorTable(Consumer<ApicMessage> processor, ApicTimer timer) {
        this.processor = processor;
        this.timer = timer;
    }

    /** The bits of an entry that are not reserved. */
    static int definedBits(int entry) {
        return WRITABLE[entry] | DELIVERY_STATUS | REMOTE_IRR;
    }

    int entry(int number) {
        return entries[number];
    }

    int vector(int number) {
        return entries[number] & 0xFF;
    }

    /** Writes an entry. While the APIC is disabled by software every entry stays masked. */
    void write(int number, int value) {
        entries[number] = value & WRITABLE[number] | entries[number] & REMOTE_IRR | (enabled ? 0 : MASKED);
        if (number == TIMER) {
            timer.setVectorEntry(entries[TIMER]);
        }
    }

    /** Follows bit 8 of the spurious-interrupt vector register. */
    void setEnabled(boolean isEnabled) {
        enabled = isEnabled;
        if (!isEnabled) {
            for (int i = 0; i < entries.length; i++) {
                write(i, entries[i]);
            }
        }
    }

    /** A source wants to interrupt. */
    void deliver(int number) {
        int value = entries[number];
        if ((value & MASKED) != 0) {
            return;
        }
        int mode = number == TIMER || number == ERROR ? ApicMessage.FIXED : value >>> 8 & 7;
        boolean level = (value & LEVEL) != 0 && mode == ApicMessage.FIXED;
        if (level) {
            entries[number] |= REMOTE_IRR;
        }
        processor.accept(new ApicMessage(value & 0xFF, mode, level, false, 0));
    }

    /** Drives LINT0 or LINT1: whether it has risen. */
    boolean setPin(int pin, boolean asserted) {
        boolean rises = asserted && !pins[pin];
        pins[pin] = asserted;
        if (rises) {
            deliver(LINT0 + pin);
        }
        return rises;
    }

    /** Whether LINT0 is asserted, to which the 8259 pair is wired. */
    boolean isPinAsserted() {
        return pins[0];
    }

    /** Whether LINT0 lets an external interrupt through. */
    boolean passesExternal() {
        return (entries[LINT0] & (MASKED | 7 << 8)) == ApicMessage.EXTERNAL << 8;
    }

    /** A vector was served: a level that is still there interrupts again. */
    void end(int vector) {
        for (int pin = 0; pin < pins.length; pin++) {
            int number = LINT0 + pin;
            if ((entries[number] & REMOTE_IRR) != 0 && vector(number) == vector) {
                entries[number] &= ~REMOTE_IRR;
                if (pins[pin]) {
                    deliver(number);
                }
            }
        }
    }

    void reset() {
        enabled = false;
        Arrays.fill(entries, MASKED);
    }

    @Override
    public void save(StateWriter out) {
        out.words(entries);
        out.flag(pins[0]);
        out.flag(pins[1]);
        out.flag(enabled);
    }

    @Override
    public void restore(StateReader in) {
        in.words(entries);
        pins[0] = in.flag();
        pins[1] = in.flag();
        enabled = in.flag();
    }
}
