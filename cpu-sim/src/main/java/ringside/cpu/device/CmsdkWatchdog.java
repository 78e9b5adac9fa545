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
 * The watchdog of the Cortex-M System Design Kit: at the first zero it interrupts, at the second it resets the system,
 * unless the interrupt was cleared in between. @board DDI 0479, APB watchdog
 */
public final class CmsdkWatchdog implements RegisterDevice {
    private static final int LOAD = 0x00;
    private static final int VALUE = 0x04;
    private static final int CONTROL = 0x08;
    private static final int INTCLR = 0x0C;
    private static final int RIS = 0x10;
    private static final int MIS = 0x14;
    private static final int LOCK = 0xC00;
    private static final int ITCR = 0xF00;
    private static final int ITOP = 0xF04;

    private static final int INTERRUPT_ENABLE = 1;
    private static final int RESET_ENABLE = 1 << 1;
    private static final int UNLOCK = 0x1ACC_E551;

    private static final RegisterMap REGISTERS = RegisterMap.of(
                    "DDI 0479, APB watchdog",
                    Register.at(LOAD, "WDOGLOAD", Access.READ_WRITE, -1, "Load value; writing sets the count too"),
                    Register.at(VALUE, "WDOGVALUE", Access.READ_ONLY, -1, "Present count"),
                    Register.at(CONTROL, "WDOGCONTROL", Access.READ_WRITE, 0, "Control")
                            .bit(1, "RESEN", "reset enable")
                            .bit(0, "INTEN", "interrupt enable; counts"),
                    Register.at(INTCLR, "WDOGINTCLR", Access.WRITE_ONLY, 0, "Clears the interrupt and reloads"),
                    Register.at(RIS, "WDOGRIS", Access.READ_ONLY, 0, "Interrupt before masking"),
                    Register.at(MIS, "WDOGMIS", Access.READ_ONLY, 0, "Interrupt after masking"),
                    Register.at(LOCK, "WDOGLOCK", Access.READ_WRITE, 0, "1ACCE551 unlocks the writes, all else locks"),
                    Register.at(ITCR, "WDOGITCR", Access.READ_WRITE, 0, "Integration test control")
                            .bit(0, "ENABLE", "WDOGITOP drives the outputs"),
                    Register.at(ITOP, "WDOGITOP", Access.WRITE_ONLY, 0, "Integration test output"))
            .withIdentification(0x24);

    private final String name;
    private final InterruptLine interrupt;
    private final Runnable systemReset;
    private final Countdown counter;
    private int control;
    private boolean pending;
    private boolean locked;
    private int testControl;
    private int testOutput;

    /**
     * Makes a watchdog that does not count.
     *
     * @param systemReset resets the processor and all devices, this one too
     */
    public CmsdkWatchdog(String name, Clock clock, InterruptLine interrupt, Runnable systemReset) {
        this.name = name;
        this.interrupt = interrupt;
        this.systemReset = systemReset;
        counter = new Countdown(clock, name, this::reachZero);
        counter.reset(-1, -1);
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
            case LOAD -> counter.reload();
            case VALUE -> counter.value();
            case CONTROL -> control;
            case RIS -> pending ? 1 : 0;
            case MIS -> isInterrupting() ? 1 : 0;
            case LOCK -> locked ? 1 : 0;
            default -> testControl;
        };
    }

    @Override
    public void writeRegister(int offset, int value) {
        if (offset == LOCK) {
            locked = value != UNLOCK;
            return;
        }
        if (locked) {
            return;
        }
        switch (offset) {
            case LOAD -> {
                counter.setReload(value);
                counter.setValue(value);
            }
            case CONTROL -> writeControl(value & 3);
            case INTCLR -> {
                pending = false;
                counter.setValue(counter.reload());
            }
            case ITCR -> testControl = value & 1;
            default -> testOutput = value & 3;
        }
        driveOutputs();
    }

    private void writeControl(int value) {
        boolean enabled = (value & ~control & INTERRUPT_ENABLE) != 0;
        control = value;
        if (enabled) {
            counter.setValue(counter.reload());
            counter.start();
        } else if ((control & INTERRUPT_ENABLE) == 0) {
            counter.stop();
        }
    }

    private boolean isInterrupting() {
        return pending && (control & INTERRUPT_ENABLE) != 0;
    }

    private void driveOutputs() {
        interrupt.set(testControl != 0 ? (testOutput & 2) != 0 : isInterrupting());
        if (testControl != 0 && (testOutput & 1) != 0) {
            systemReset.run();
        }
    }

    private void reachZero() {
        if (!pending) {
            pending = true;
            driveOutputs();
        } else if ((control & RESET_ENABLE) != 0) {
            systemReset.run();
        }
    }

    @Override
    public void reset() {
        control = 0;
        pending = false;
        locked = false;
        testControl = 0;
        testOutput = 0;
        counter.reset(-1, -1);
        interrupt.set(false);
    }

    @Override
    public void save(StateWriter out) {
        out.word(control);
        out.flag(pending);
        out.flag(locked);
        out.word(testControl);
        out.word(testOutput);
        counter.save(out);
    }

    @Override
    public void restore(StateReader in) {
        control = in.word();
        pending = in.flag();
        locked = in.flag();
        testControl = in.word();
        testOutput = in.word();
        counter.restore(in);
    }
}
