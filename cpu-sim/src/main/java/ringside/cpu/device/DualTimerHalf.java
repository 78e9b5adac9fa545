package ringside.cpu.device;

import ringside.cpu.state.StateReader;
import ringside.cpu.state.StateWriter;
import ringside.cpu.state.Stateful;
import ringside.cpu.time.Clock;

/**
 * One of the two counters of a {@link CmsdkDualTimer}.
 *
 * <p>In 16-bit size only the low half counts; the high half of VALUE and LOAD keeps what was written.
 */
final class DualTimerHalf implements Stateful {
    static final int LOAD = 0x00;
    static final int VALUE = 0x04;
    static final int CONTROL = 0x08;
    static final int INTCLR = 0x0C;
    static final int RIS = 0x10;
    static final int MIS = 0x14;
    static final int BGLOAD = 0x18;

    private static final int ONE_SHOT = 1;
    private static final int SIZE_32 = 1 << 1;
    private static final int INTERRUPT_ENABLE = 1 << 5;
    private static final int PERIODIC = 1 << 6;
    private static final int ENABLE = 1 << 7;
    private static final int WRITABLE = 0xEF;

    private final Runnable whenInterruptChanges;
    private final Countdown counter;
    private int control;
    private int load;
    private int highHalf;
    private boolean pending;

    DualTimerHalf(Clock clock, String name, Runnable whenInterruptChanges) {
        this.whenInterruptChanges = whenInterruptChanges;
        counter = new Countdown(clock, name, this::reachZero);
    }

    boolean isInterrupting() {
        return pending && (control & INTERRUPT_ENABLE) != 0;
    }

    int peek(int offset) {
        return switch (offset) {
            case LOAD, BGLOAD -> load;
            case VALUE -> is32Bit() ? counter.value() : highHalf & 0xFFFF_0000 | counter.value();
            case CONTROL -> control;
            case RIS -> pending ? 1 : 0;
            case MIS -> isInterrupting() ? 1 : 0;
            default -> 0;
        };
    }

    void write(int offset, int value) {
        switch (offset) {
            case LOAD -> {
                load = value;
                highHalf = value;
                counter.setReload(reload());
                counter.setValue(value & mask());
            }
            case BGLOAD -> {
                load = value;
                counter.setReload(reload());
            }
            case CONTROL -> writeControl(value & WRITABLE);
            default -> {
                pending = false;
                whenInterruptChanges.run();
            }
        }
    }

    private void writeControl(int value) {
        int before = counter.value() | (is32Bit() ? 0 : highHalf & 0xFFFF_0000);
        boolean resized = ((control ^ value) & SIZE_32) != 0;
        boolean rescaled = ((control ^ value) & 0xC) != 0;
        control = value;
        if (resized) {
            highHalf = before;
            counter.setValue(before & mask());
        }
        if (rescaled) {
            counter.setCyclesPerTick(divisor());
        }
        counter.setReload(reload());
        counter.setOneShot((value & ONE_SHOT) != 0);
        if ((value & ENABLE) != 0) {
            counter.start();
        } else {
            counter.stop();
        }
        whenInterruptChanges.run();
    }

    private boolean is32Bit() {
        return (control & SIZE_32) != 0;
    }

    private int mask() {
        return is32Bit() ? -1 : 0xFFFF;
    }

    private int reload() {
        return (control & PERIODIC) != 0 ? load & mask() : mask();
    }

    /** The prescaler: 1, 16 or 256; the reserved setting 3 acts as 256. */
    private int divisor() {
        return switch (control >>> 2 & 3) {
            case 0 -> 1;
            case 1 -> 16;
            default -> 256;
        };
    }

    private void reachZero() {
        pending = true;
        whenInterruptChanges.run();
    }

    void reset() {
        control = INTERRUPT_ENABLE;
        load = 0;
        highHalf = 0xFFFF_FFFF;
        pending = false;
        counter.reset(0xFFFF, 0xFFFF);
    }

    @Override
    public void save(StateWriter out) {
        out.word(control);
        out.word(load);
        out.word(highHalf);
        out.flag(pending);
        counter.save(out);
    }

    @Override
    public void restore(StateReader in) {
        control = in.word();
        load = in.word();
        highHalf = in.word();
        pending = in.flag();
        counter.restore(in);
    }
}
