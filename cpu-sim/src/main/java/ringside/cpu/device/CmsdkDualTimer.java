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
 * The dual timer of the Cortex-M System Design Kit: two counters of 16 or 32 bits, free-running, periodic or one-shot,
 * with a prescaler each and one interrupt together. @board DDI 0479, APB dual-input timers
 */
public final class CmsdkDualTimer implements RegisterDevice {
    private static final int HALF_SIZE = 0x20;
    private static final int ITCR = 0xF00;
    private static final int ITOP = 0xF04;

    private static final RegisterMap REGISTERS = declare();

    private final String name;
    private final InterruptLine interrupt;
    private final DualTimerHalf[] halves = new DualTimerHalf[2];
    private int testControl;
    private int testOutput;

    /** Makes a timer after reset. */
    public CmsdkDualTimer(String name, Clock clock, InterruptLine interrupt) {
        this.name = name;
        this.interrupt = interrupt;
        halves[0] = new DualTimerHalf(clock, name + ".1", this::driveInterrupt);
        halves[1] = new DualTimerHalf(clock, name + ".2", this::driveInterrupt);
        halves[0].reset();
        halves[1].reset();
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
        return offset == ITCR ? testControl : halves[offset / HALF_SIZE].peek(offset % HALF_SIZE);
    }

    @Override
    public void writeRegister(int offset, int value) {
        switch (offset) {
            case ITCR -> testControl = value & 1;
            case ITOP -> testOutput = value & 3;
            default -> halves[offset / HALF_SIZE].write(offset % HALF_SIZE, value);
        }
        driveInterrupt();
    }

    private void driveInterrupt() {
        boolean counted = halves[0].isInterrupting() || halves[1].isInterrupting();
        interrupt.set(testControl != 0 ? testOutput != 0 : counted);
    }

    @Override
    public void reset() {
        halves[0].reset();
        halves[1].reset();
        testControl = 0;
        testOutput = 0;
        interrupt.set(false);
    }

    @Override
    public void save(StateWriter out) {
        halves[0].save(out);
        halves[1].save(out);
        out.word(testControl);
        out.word(testOutput);
    }

    @Override
    public void restore(StateReader in) {
        halves[0].restore(in);
        halves[1].restore(in);
        testControl = in.word();
        testOutput = in.word();
    }

    private static RegisterMap declare() {
        Register[] all = new Register[16];
        for (int half = 0; half < 2; half++) {
            Register[] registers = declareHalf("TIMER" + (half + 1), half * HALF_SIZE);
            System.arraycopy(registers, 0, all, half * registers.length, registers.length);
        }
        all[14] = Register.at(ITCR, "TIMERITCR", Access.READ_WRITE, 0, "Integration test control")
                .bit(0, "ENABLE", "TIMERITOP drives the interrupt");
        all[15] = Register.at(ITOP, "TIMERITOP", Access.WRITE_ONLY, 0, "Integration test output");
        return RegisterMap.of("DDI 0479, APB dual-input timers", all).withIdentification(0x23);
    }

    private static Register[] declareHalf(String timer, int base) {
        return new Register[] {
            Register.at(base, timer + "LOAD", Access.READ_WRITE, 0, "Load value; writing sets the count too"),
            Register.at(base + DualTimerHalf.VALUE, timer + "VALUE", Access.READ_ONLY, -1, "Present count"),
            Register.at(base + DualTimerHalf.CONTROL, timer + "CONTROL", Access.READ_WRITE, 0x20, "Control")
                    .bit(7, "ENABLE", "counts")
                    .bit(6, "MODE", "0 free-running, 1 periodic")
                    .bit(5, "INTEN", "interrupt enable")
                    .field(3, 2, "PRE", "prescaler: 0 none, 1 by 16, 2 by 256")
                    .bit(1, "SIZE", "0 16 bits, 1 32 bits")
                    .bit(0, "ONESHOT", "stays at zero"),
            Register.at(base + DualTimerHalf.INTCLR, timer + "INTCLR", Access.WRITE_ONLY, 0, "Interrupt clear"),
            Register.at(base + DualTimerHalf.RIS, timer + "RIS", Access.READ_ONLY, 0, "Interrupt before masking"),
            Register.at(base + DualTimerHalf.MIS, timer + "MIS", Access.READ_ONLY, 0, "Interrupt after masking"),
            Register.at(base + DualTimerHalf.BGLOAD, timer + "BGLOAD", Access.READ_WRITE, 0, "Load value for next time")
        };
    }
}
