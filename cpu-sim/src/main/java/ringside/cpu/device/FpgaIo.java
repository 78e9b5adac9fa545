package ringside.cpu.device;

import ringside.cpu.machine.InputPort;
import ringside.cpu.register.Access;
import ringside.cpu.register.Register;
import ringside.cpu.register.RegisterDevice;
import ringside.cpu.register.RegisterMap;
import ringside.cpu.state.StateReader;
import ringside.cpu.state.StateWriter;
import ringside.cpu.time.Clock;

/**
 * The block of the MPS2 boards with lights, buttons and counters. @board AN385, FPGA system control and I/O
 *
 * <p>How it works: the counters are worked out when they are read. PSCNTR counts down with the clock; one tick after it
 * is zero it goes on from PRESCALE, and at that moment COUNTER goes up by one; with PRESCALE zero, at every tick.
 *
 * <p>Input: each byte from outside is the new state of the two buttons, bit 0 and bit 1. The MISC bits control displays
 * that are not modelled; they read as written.
 */
public final class FpgaIo implements RegisterDevice, InputPort {
    private static final int LED0 = 0x00;
    private static final int BUTTON = 0x08;
    private static final int CLK1HZ = 0x10;
    private static final int CLK100HZ = 0x14;
    private static final int COUNTER = 0x18;
    private static final int PRESCALE = 0x1C;
    private static final int PSCNTR = 0x20;
    private static final int MISC = 0x4C;

    private static final RegisterMap REGISTERS = RegisterMap.of(
            "AN385, FPGA system control and I/O",
            Register.at(LED0, "LED0", Access.READ_WRITE, 0, "User lights")
                    .bit(1, "LED1", "light 1")
                    .bit(0, "LED0", "light 0"),
            Register.at(BUTTON, "BUTTON", Access.READ_ONLY, 0, "User buttons")
                    .bit(1, "BUTTON1", "button 1 is pressed")
                    .bit(0, "BUTTON0", "button 0 is pressed"),
            Register.at(CLK1HZ, "CLK1HZ", Access.READ_WRITE, 0, "Counts up once a second"),
            Register.at(CLK100HZ, "CLK100HZ", Access.READ_WRITE, 0, "Counts up a hundred times a second"),
            Register.at(COUNTER, "COUNTER", Access.READ_WRITE, 0, "Counts up when PSCNTR is reloaded"),
            Register.at(PRESCALE, "PRESCALE", Access.READ_WRITE, 0, "Reload value of PSCNTR"),
            Register.at(PSCNTR, "PSCNTR", Access.READ_WRITE, 0, "Counts down every cycle"),
            Register.at(MISC, "MISC", Access.READ_WRITE, 0, "Control of displays (not modelled)"));

    private final String name;
    private final Clock clock;
    private final long hertz;
    private int lights;
    private int buttons;
    private int prescale;
    private int misc;
    private int counter;
    private int prescaleCounter;
    private long countedSince;
    private long secondsZero;
    private long hundredthsZero;

    /** Makes the block with dark lights and untouched buttons on a clock of so many cycles a second. */
    public FpgaIo(String name, Clock clock, long hertz) {
        this.name = name;
        this.clock = clock;
        this.hertz = hertz;
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
            case LED0 -> lights;
            case BUTTON -> buttons;
            case CLK1HZ -> (int) ((clock.cycles() - secondsZero) / hertz);
            case CLK100HZ -> (int) ((clock.cycles() - hundredthsZero) * 100 / hertz);
            case COUNTER -> counter + (int) reloads();
            case PRESCALE -> prescale;
            case PSCNTR -> presentPrescaleCounter();
            default -> misc;
        };
    }

    @Override
    public void writeRegister(int offset, int value) {
        settle();
        switch (offset) {
            case LED0 -> lights = value & 3;
            case CLK1HZ -> secondsZero = clock.cycles() - Integer.toUnsignedLong(value) * hertz;
            case CLK100HZ -> hundredthsZero = clock.cycles() - Integer.toUnsignedLong(value) * hertz / 100;
            case COUNTER -> counter = value;
            case PRESCALE -> prescale = value;
            case PSCNTR -> prescaleCounter = value;
            default -> misc = value;
        }
    }

    @Override
    public void receive(byte[] bytes) {
        for (byte b : bytes) {
            buttons = b & 3;
        }
    }

    private long passed() {
        return clock.cycles() - countedSince;
    }

    /** How often PSCNTR has been reloaded since {@link #settle}. */
    private long reloads() {
        long afterZero = passed() - Integer.toUnsignedLong(prescaleCounter);
        long period = Integer.toUnsignedLong(prescale) + 1;
        return afterZero <= 0 ? 0 : (afterZero + period - 1) / period;
    }

    private int presentPrescaleCounter() {
        long afterZero = passed() - Integer.toUnsignedLong(prescaleCounter);
        long period = Integer.toUnsignedLong(prescale) + 1;
        return (int) (afterZero <= 0 ? -afterZero : period - 1 - (afterZero - 1) % period);
    }

    private void settle() {
        counter += (int) reloads();
        prescaleCounter = presentPrescaleCounter();
        countedSince = clock.cycles();
    }

    @Override
    public void reset() {
        lights = 0;
        prescale = 0;
        misc = 0;
        counter = 0;
        prescaleCounter = 0;
        countedSince = clock.cycles();
        secondsZero = clock.cycles();
        hundredthsZero = clock.cycles();
    }

    @Override
    public void save(StateWriter out) {
        out.word(lights);
        out.word(buttons);
        out.word(prescale);
        out.word(misc);
        out.word(counter);
        out.word(prescaleCounter);
        out.doubleword(countedSince);
        out.doubleword(secondsZero);
        out.doubleword(hundredthsZero);
    }

    @Override
    public void restore(StateReader in) {
        lights = in.word();
        buttons = in.word();
        prescale = in.word();
        misc = in.word();
        counter = in.word();
        prescaleCounter = in.word();
        countedSince = in.doubleword();
        secondsZero = in.doubleword();
        hundredthsZero = in.doubleword();
    }
}
