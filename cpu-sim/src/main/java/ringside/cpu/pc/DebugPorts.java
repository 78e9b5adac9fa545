package ringside.cpu.pc;

import ringside.cpu.device.ConsoleOutput;
import ringside.cpu.register.Access;
import ringside.cpu.register.Register;
import ringside.cpu.register.RegisterMap;
import ringside.cpu.state.StateReader;
import ringside.cpu.state.StateWriter;

/**
 * Ports for people who write kernels: 0 is the debug console of Bochs and QEMU (0xE9), 1 the port for codes of the power-on
 * self-test (0x80), which also serves as a short delay.   @board QEMU isa-debugcon
 */
public final class DebugPorts implements PortDevice {
    private static final int CONSOLE = 0;
    /** What the console reads as, so that software can find it. */
    private static final int PRESENT = 0xE9;

    private static final RegisterMap REGISTERS = RegisterMap.of(
            "QEMU isa-debugcon",
            Register.at(0, "POST", Access.READ_WRITE, 0, "Last code of the power-on self-test")
                    .field(7, 0, "CODE", "code"));

    private final String name;
    private final ConsoleOutput console;
    private int code;

    /** Makes the ports. */
    public DebugPorts(String name, ConsoleOutput console) {
        this.name = name;
        this.console = console;
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
        return code;
    }

    @Override
    public int in(int offset) {
        return peek(offset);
    }

    @Override
    public int peek(int offset) {
        return offset == CONSOLE ? PRESENT : code;
    }

    @Override
    public void out(int offset, int value) {
        if (offset == CONSOLE) {
            console.send(value);
        } else {
            code = value;
        }
    }

    @Override
    public void reset() {
        code = 0;
    }

    @Override
    public void save(StateWriter out) {
        out.byteValue(code);
    }

    @Override
    public void restore(StateReader in) {
        code = in.byteValue();
    }
}
