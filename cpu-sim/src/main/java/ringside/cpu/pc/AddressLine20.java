package ringside.cpu.pc;

import ringside.cpu.bus.Width;
import ringside.cpu.register.Access;
import ringside.cpu.register.Register;
import ringside.cpu.register.RegisterMap;
import ringside.cpu.state.StateReader;
import ringside.cpu.state.StateWriter;

/**
 * System control port A (0x92): a switch for address line 20, and the fast reset. The keyboard controller has the other
 * switch of the line; here both are one. It is on after reset, and nothing in this machine is without the line: turning it
 * off can be seen in the register only.   @board IBM PS/2 Technical Reference; 82371AB 4.2.8
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
    private boolean on = true;

    /** Makes the port with the line on. */
    public AddressLine20(String name, Runnable systemReset) {
        this.name = name;
        this.systemReset = systemReset;
    }

    /** Whether the line is on. */
    public boolean isOn() {
        return on;
    }

    /** Switches the line. */
    public void set(boolean isOn) {
        on = isOn;
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
        on = (value & ON) != 0;
        if ((value & RESET) != 0) {
            systemReset.run();
        }
    }

    @Override
    public void reset() {
        on = true;
    }

    @Override
    public void save(StateWriter out) {
        out.flag(on);
    }

    @Override
    public void restore(StateReader in) {
        on = in.flag();
    }
}
