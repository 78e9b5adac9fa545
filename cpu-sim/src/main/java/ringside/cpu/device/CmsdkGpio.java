package ringside.cpu.device;

import ringside.cpu.bus.InterruptLine;
import ringside.cpu.bus.Width;
import ringside.cpu.machine.InputPort;
import ringside.cpu.register.Access;
import ringside.cpu.register.Register;
import ringside.cpu.register.RegisterDevice;
import ringside.cpu.register.RegisterMap;
import ringside.cpu.state.StateReader;
import ringside.cpu.state.StateWriter;

/**
 * Sixteen general-purpose pins of the Cortex-M System Design Kit. @board DDI 0479, AHB GPIO
 *
 * <p>A pin whose output is enabled has the level that DATAOUT gives it; any other has the level from outside, low until
 * input says otherwise. Input is two bytes, the levels of the pins 0 to 7 and 8 to 15. Pins in their alternative
 * function behave as here too: what they would be connected to is not modelled.
 *
 * <p>The two areas of 1 KiB at 0x400 and 0x800 are DATA again with a mask: bits 9:2 of the address choose the pins of
 * the low or the high byte that a write changes and a read shows.
 */
public final class CmsdkGpio implements RegisterDevice, InputPort {
    private static final int DATA = 0x00;
    private static final int DATAOUT = 0x04;
    private static final int OUTENSET = 0x10;
    private static final int OUTENCLR = 0x14;
    private static final int ALTFUNCSET = 0x18;
    private static final int ALTFUNCCLR = 0x1C;
    private static final int INTENSET = 0x20;
    private static final int INTENCLR = 0x24;
    private static final int INTTYPESET = 0x28;
    private static final int INTTYPECLR = 0x2C;
    private static final int INTPOLSET = 0x30;
    private static final int INTPOLCLR = 0x34;
    private static final int INTSTATUS = 0x38;
    private static final int MASK_LOW = 0x400;
    private static final int MASK_HIGH = 0x800;
    private static final int MASK_END = 0xC00;
    private static final int PINS = 0xFFFF;

    private static final RegisterMap REGISTERS = RegisterMap.of(
                    "DDI 0479, AHB GPIO",
                    Register.at(DATA, "DATA", Access.READ_WRITE, 0, "Levels of the pins; writing sets DATAOUT"),
                    Register.at(DATAOUT, "DATAOUT", Access.READ_WRITE, 0, "Levels of the outputs"),
                    Register.at(OUTENSET, "OUTENSET", Access.WRITE_ONE_TO_SET, 0, "Output enable; 1 sets"),
                    Register.at(OUTENCLR, "OUTENCLR", Access.WRITE_ONE_TO_CLEAR, 0, "Output enable; 1 clears"),
                    Register.at(ALTFUNCSET, "ALTFUNCSET", Access.WRITE_ONE_TO_SET, 0, "Alternative function; 1 sets"),
                    Register.at(ALTFUNCCLR, "ALTFUNCCLR", Access.WRITE_ONE_TO_CLEAR, 0, "The same; 1 clears"),
                    Register.at(INTENSET, "INTENSET", Access.WRITE_ONE_TO_SET, 0, "Interrupt enable; 1 sets"),
                    Register.at(INTENCLR, "INTENCLR", Access.WRITE_ONE_TO_CLEAR, 0, "Interrupt enable; 1 clears"),
                    Register.at(INTTYPESET, "INTTYPESET", Access.WRITE_ONE_TO_SET, 0, "1 edge, 0 level; 1 sets"),
                    Register.at(INTTYPECLR, "INTTYPECLR", Access.WRITE_ONE_TO_CLEAR, 0, "1 edge, 0 level; 1 clears"),
                    Register.at(INTPOLSET, "INTPOLSET", Access.WRITE_ONE_TO_SET, 0, "1 high or rising; 1 sets"),
                    Register.at(INTPOLCLR, "INTPOLCLR", Access.WRITE_ONE_TO_CLEAR, 0, "1 high or rising; 1 clears"),
                    Register.at(INTSTATUS, "INTSTATUS", Access.WRITE_ONE_TO_CLEAR, 0, "Interrupts; 1 clears"))
            .withIdentification(0x20);

    private final String name;
    private final InterruptLine anyPin;
    private final InterruptLine[] perPin;
    private int outside;
    private int output;
    private int outputEnable;
    private int alternative;
    private int interruptEnable;
    private int edge;
    private int high;
    private int interrupts;

    /**
     * Makes a port whose pins are inputs, all low.
     *
     * @param anyPin the interrupt of all pins together
     * @param perPin the interrupts of the first pins alone, as many as the board wires
     */
    public CmsdkGpio(String name, InterruptLine anyPin, InterruptLine... perPin) {
        this.name = name;
        this.anyPin = anyPin;
        this.perPin = perPin.clone();
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
    public int load(int offset, Width width) {
        return isMasked(offset) ? pins() & maskOf(offset) : RegisterDevice.super.load(offset, width);
    }

    @Override
    public int peek(int offset, Width width) {
        return isMasked(offset) ? pins() & maskOf(offset) : RegisterDevice.super.peek(offset, width);
    }

    @Override
    public void store(int offset, Width width, int value) {
        if (isMasked(offset)) {
            int mask = maskOf(offset);
            writeRegister(DATAOUT, output & ~mask | value & mask);
        } else {
            RegisterDevice.super.store(offset, width, value);
        }
    }

    private static boolean isMasked(int offset) {
        return offset >= MASK_LOW && offset < MASK_END;
    }

    private static int maskOf(int offset) {
        int byteMask = offset >>> 2 & 0xFF;
        return offset < MASK_HIGH ? byteMask : byteMask << 8;
    }

    @Override
    public int readRegister(int offset) {
        return peekRegister(offset);
    }

    @Override
    public int peekRegister(int offset) {
        return switch (offset) {
            case DATA -> pins();
            case DATAOUT -> output;
            case OUTENSET, OUTENCLR -> outputEnable;
            case ALTFUNCSET, ALTFUNCCLR -> alternative;
            case INTENSET, INTENCLR -> interruptEnable;
            case INTTYPESET, INTTYPECLR -> edge;
            case INTPOLSET, INTPOLCLR -> high;
            default -> interrupts;
        };
    }

    @Override
    public void writeRegister(int offset, int value) {
        int before = pins();
        int bits = value & PINS;
        switch (offset) {
            case DATA, DATAOUT -> output = bits;
            case OUTENSET -> outputEnable |= bits;
            case OUTENCLR -> outputEnable &= ~bits;
            case ALTFUNCSET -> alternative |= bits;
            case ALTFUNCCLR -> alternative &= ~bits;
            case INTENSET -> interruptEnable |= bits;
            case INTENCLR -> interruptEnable &= ~bits;
            case INTTYPESET -> edge |= bits;
            case INTTYPECLR -> edge &= ~bits;
            case INTPOLSET -> high |= bits;
            case INTPOLCLR -> high &= ~bits;
            default -> interrupts &= ~bits;
        }
        senseInterrupts(before);
    }

    @Override
    public void receive(byte[] bytes) {
        int before = pins();
        if (bytes.length > 0) {
            outside = bytes[0] & 0xFF | (bytes.length > 1 ? (bytes[1] & 0xFF) << 8 : outside & 0xFF00);
        }
        senseInterrupts(before);
    }

    /** The levels of the pins now. */
    private int pins() {
        return output & outputEnable | outside & ~outputEnable;
    }

    private void senseInterrupts(int before) {
        int now = pins();
        int levels = ~edge & ~(now ^ high);
        int edges = edge & (now ^ before) & ~(now ^ high);
        interrupts |= (levels | edges) & interruptEnable & PINS;
        driveInterrupts();
    }

    private void driveInterrupts() {
        anyPin.set(interrupts != 0);
        for (int pin = 0; pin < perPin.length; pin++) {
            perPin[pin].set((interrupts >>> pin & 1) != 0);
        }
    }

    @Override
    public void reset() {
        output = 0;
        outputEnable = 0;
        alternative = 0;
        interruptEnable = 0;
        edge = 0;
        high = 0;
        interrupts = 0;
        driveInterrupts();
    }

    @Override
    public void save(StateWriter out) {
        out.word(outside);
        out.word(output);
        out.word(outputEnable);
        out.word(alternative);
        out.word(interruptEnable);
        out.word(edge);
        out.word(high);
        out.word(interrupts);
    }

    @Override
    public void restore(StateReader in) {
        outside = in.word();
        output = in.word();
        outputEnable = in.word();
        alternative = in.word();
        interruptEnable = in.word();
        edge = in.word();
        high = in.word();
        interrupts = in.word();
    }
}
