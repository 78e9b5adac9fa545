package ringside.cpu.pc;

import java.util.function.Consumer;
import ringside.cpu.bus.Width;
import ringside.cpu.register.Access;
import ringside.cpu.register.Register;
import ringside.cpu.register.RegisterMap;
import ringside.cpu.state.StateReader;
import ringside.cpu.state.StateWriter;

/**
 * System control port A (0x92): a switch for address line 20, and the fast reset. The keyboard controller has the other
 * switch of the line; here both are one, and what was written last counts. It is on after reset; while it is off, bit 20 of
 * every physical address is 0.   @board IBM PS/2 Technical Reference; 82371AB 4.2.8; @sdm Vol.3A 8.7.13.4
 */
public final class AddressLine20 implements PortDevice {
    private static final int RESET = 0x01;
    private static final int ON = 0x02;
    private static final RegisterMap REGISTERS = RegisterMap.of(
            "82371AB 4.2.8",
            Register.at(0, "PORT92", Access.READ_WRITE, ON, "System control port A")
                    .bit(1, "A20", "address line 20 on")
                    .bit(0, "RESET", "1 resets the processor"));

    private final String name;
    private final Runnable systemReset;
    private final Consumer<Boolean> processor;
    private boolean on = true;

    /**
     * Makes the port with the line on.
     *
     * @param processor is told whether the line is on, whenever that may have changed
     */
    public AddressLine20(String name, Runnable systemReset, Consumer<Boolean> processor) {
        this.name = name;
        this.systemReset = systemReset;
        this.processor = processor;
    }

    /** Whether the line is on. */
    public boolean isOn() {
        return on;
    }

    /** Switches the line. */
    public void set(boolean isOn) {
        on = isOn;
        processor.accept(on);
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
    public int shownValue(Register register) {
        return peek(0, Width.BYTE);
    }

    @Override
    public int in(int offset) {
        return peek(offset);
    }

    @Override
    public int peek(int offset) {
        return on ? ON : 0;
    }

    @Override
    public void out(int offset, int value) {
        set((value & ON) != 0);
        if ((value & RESET) != 0) {
            systemReset.run();
        }
    }

    @Override
    public void reset() {
        set(true);
    }

    @Override
    public void save(StateWriter out) {
        out.flag(on);
    }

    @Override
    public void restore(StateReader in) {
        set(in.flag());
    }
}
