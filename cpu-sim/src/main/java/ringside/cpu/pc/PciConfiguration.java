package ringside.cpu.pc;

import ringside.cpu.bus.Width;
import ringside.cpu.register.Access;
import ringside.cpu.register.Register;
import ringside.cpu.register.RegisterMap;
import ringside.cpu.register.ShownDevice;
import ringside.cpu.state.StateReader;
import ringside.cpu.state.StateWriter;

/**
 * PCI configuration mechanism 1 (ports 0xCF8 to 0xCFF) on a bus without devices: every function reads as ones. Port 0xCF9
 * within it, as a byte, is the reset control register.   @board PCI 2.1 3.7.4.1, 82371AB 4.2.9
 */
public final class PciConfiguration implements ShownDevice {
    private static final int ADDRESS = 0;
    private static final int RESET_CONTROL = 1;
    private static final int ADDRESS_BITS = 0x80FF_FFFC;
    private static final int RESET_BITS = 0x0E;
    private static final int RESET = 0x04;
    private static final RegisterMap REGISTERS = RegisterMap.of(
            "PCI 2.1 3.7.4.1",
            Register.at(0, "CONFIG_ADDRESS", Access.READ_WRITE, 0, "Selected function and register")
                    .bit(31, "ENABLE", "configuration space, not ports")
                    .field(23, 16, "BUS", "bus")
                    .field(15, 11, "DEVICE", "device")
                    .field(10, 8, "FUNCTION", "function")
                    .field(7, 2, "REGISTER", "register"),
            Register.at(4, "CONFIG_DATA", Access.READ_WRITE, -1, "The register; ones, since nothing is there"));

    private final String name;
    private final Runnable systemReset;
    private int address;
    private int resetControl;

    /** Makes an empty configuration space. */
    public PciConfiguration(String name, Runnable systemReset) {
        this.name = name;
        this.systemReset = systemReset;
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
        return register.offset() == 0 ? address : -1;
    }

    @Override
    public int load(int offset, Width width) {
        return peek(offset, width);
    }

    @Override
    public int peek(int offset, Width width) {
        if (offset == ADDRESS && width == Width.WORD) {
            return address;
        }
        return offset == RESET_CONTROL && width == Width.BYTE ? resetControl : -1;
    }

    @Override
    public void store(int offset, Width width, int value) {
        if (offset == ADDRESS && width == Width.WORD) {
            address = value & ADDRESS_BITS;
        } else if (offset == RESET_CONTROL && width == Width.BYTE) {
            boolean rises = (value & RESET) != 0 && (resetControl & RESET) == 0;
            resetControl = value & RESET_BITS;
            if (rises) {
                systemReset.run();
            }
        }
    }

    @Override
    public void reset() {
        address = 0;
        resetControl = 0;
    }

    @Override
    public void save(StateWriter out) {
        out.word(address);
        out.word(resetControl);
    }

    @Override
    public void restore(StateReader in) {
        address = in.word();
        resetControl = in.word();
    }
}
