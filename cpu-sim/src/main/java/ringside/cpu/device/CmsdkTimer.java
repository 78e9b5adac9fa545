package ringside.cpu.device;

import ringside.cpu.bus.InterruptLine;
import ringside.cpu.register.Access;
import ringside.cpu.register.Register;
import ringside.cpu.register.RegisterDevice;
import ringside.cpu.register.RegisterMap;
import ringside.cpu.state.StateReader;
import ringside.cpu.state.StateWriter;
import ringside.cpu.time.Clock;

/**
 * The timer of the Cortex-M System Design Kit: counts down from a reload value, interrupts at zero.
 *
 * <p>The board gives it no external input, so the control bits that select one are kept and change nothing. The
 * interrupt is raised when the count goes from 1 to 0; the next cycle reloads. @board DDI 0479, APB timer
 */
public final class CmsdkTimer implements RegisterDevice {
    private static final int CTRL = 0x00;
    private static final int VALUE = 0x04;
    private static final int RELOAD = 0x08;
    private static final int INTSTATUS = 0x0C;
    private static final int ENABLE = 1;
    private static final int INTERRUPT_ENABLE = 1 << 3;

    private static final RegisterMap REGISTERS = RegisterMap.of(
                    "DDI 0479, APB timer",
                    Register.at(CTRL, "CTRL", Access.READ_WRITE, 0, "Control")
                            .bit(3, "INTEN", "interrupt enable")
                            .bit(2, "EXTCLK", "external input is the clock")
                            .bit(1, "EXTEN", "external input is the enable")
                            .bit(0, "ENABLE", "counts"),
                    Register.at(VALUE, "VALUE", Access.READ_WRITE, 0, "Present count"),
                    Register.at(RELOAD, "RELOAD", Access.READ_WRITE, 0, "Reload value; writing sets the count too"),
                    Register.at(INTSTATUS, "INTSTATUS", Access.WRITE_ONE_TO_CLEAR, 0, "Interrupt status; 1 clears")
                            .bit(0, "INT", "the count reached zero"))
            .withIdentification(0x22);

    private final String name;
    private final InterruptLine interrupt;
    private final Countdown counter;
    private int control;
    private boolean pending;

    /** Makes a timer that does not count. */
    public CmsdkTimer(String name, Clock clock, InterruptLine interrupt) {
        this.name = name;
        this.interrupt = interrupt;
        counter = new Countdown(clock, name, this::reachZero);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public RegisterMap registers() {
        return REGISTERS;
    }

    @Override
    public int readRegister(int offset) {
        return peekRegister(offset);
    }

    @Override
    public int peekRegister(int offset) {
        return switch (offset) {
            case CTRL -> control;
            case VALUE -> counter.value();
            case RELOAD -> counter.reload();
            default -> pending ? 1 : 0;
        };
    }

    @Override
    public void writeRegister(int offset, int value) {
        switch (offset) {
            case CTRL -> {
                control = value & 0xF;
                if ((control & ENABLE) != 0) {
                    counter.start();
                } else {
                    counter.stop();
                }
            }
            case VALUE -> counter.setValue(value);
            case RELOAD -> {
                counter.setReload(value);
                counter.setValue(value);
            }
            default -> {
                pending &= (value & 1) == 0;
                interrupt.set(pending);
            }
        }
    }

    private void reachZero() {
        if ((control & INTERRUPT_ENABLE) != 0) {
            pending = true;
            interrupt.set(true);
        }
    }

    @Override
    public void reset() {
        control = 0;
        pending = false;
        counter.reset(0, 0);
        interrupt.set(false);
    }

    @Override
    public void save(StateWriter out) {
        out.word(control);
        out.flag(pending);
        counter.save(out);
    }

    @Override
    public void restore(StateReader in) {
        control = in.word();
        pending = in.flag();
        counter.restore(in);
    }
}
