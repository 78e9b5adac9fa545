package ringside.cpu.device;

import ringside.cpu.register.Access;
import ringside.cpu.register.Register;
import ringside.cpu.register.RegisterDevice;
import ringside.cpu.register.RegisterMap;
import ringside.cpu.state.StateReader;
import ringside.cpu.state.StateWriter;

/**
 * The block of the MPS2 boards that says which board and FPGA image this is, and talks to the board's configuration
 * controller about oscillators. @board AN385, Serial Configuration Controller
 *
 * <p>Remapping memory by CFG0 bit 0 is not modelled: the bit reads as written, and address 0 stays the SSRAM. The
 * frequencies of the oscillators can be read and written, and change nothing.
 */
public final class Scc implements RegisterDevice {
    private static final int CFG0 = 0x000;
    private static final int CFG1 = 0x004;
    private static final int CFG3 = 0x00C;
    private static final int CFG4 = 0x010;
    private static final int DATA_RETURN = 0x0A0;
    private static final int DATA_OUT = 0x0A4;
    private static final int CONTROL = 0x0A8;
    private static final int STATUS = 0x0AC;
    private static final int DLL = 0x100;
    private static final int AID = 0xFF8;
    private static final int ID = 0xFFC;

    private static final int START = 1 << 31;
    private static final int WRITE = 1 << 30;
    private static final int FUNCTION = 0x03F0_0000;
    private static final int OSCILLATOR = 0x0010_0000;
    private static final int DONE = 1;
    private static final int ERROR = 2;
    private static final int DLL_RESET = 0xFFFF_0001;

    /** The oscillators of the board after reset, in hertz: system, audio, display. */
    private static final int[] OSCILLATORS = {50_000_000, 24_576_000, 25_000_000};

    private static final RegisterMap REGISTERS = RegisterMap.of(
            "AN385, Serial Configuration Controller",
            Register.at(CFG0, "CFG_REG0", Access.READ_WRITE, 0, "Memory remap (not modelled)")
                    .bit(0, "REMAP", "block RAM at address 0"),
            Register.at(CFG1, "CFG_REG1", Access.READ_WRITE, 0, "Lights of the controller")
                    .field(7, 0, "LED", "one bit a light"),
            Register.at(CFG3, "CFG_REG3", Access.CONSTANT, 0, "Switches of the controller"),
            Register.at(CFG4, "CFG_REG4", Access.CONSTANT, 2, "Board revision")
                    .field(3, 0, "REVISION", "2 is revision C"),
            Register.at(DATA_RETURN, "SYS_CFGDATA_RTN", Access.READ_ONLY, 0, "Answer of the configuration controller"),
            Register.at(DATA_OUT, "SYS_CFGDATA_OUT", Access.READ_WRITE, 0, "Data for the configuration controller"),
            Register.at(CONTROL, "SYS_CFGCTRL", Access.READ_WRITE, OSCILLATOR, "Command")
                    .bit(31, "START", "writing 1 starts the command")
                    .bit(30, "WRITE", "1 write, 0 read")
                    .field(25, 20, "FUNCTION", "1 is oscillators")
                    .field(11, 0, "DEVICE", "number of the oscillator"),
            Register.at(STATUS, "SYS_CFGSTAT", Access.READ_ONLY, 0, "Result")
                    .bit(1, "ERROR", "the command failed")
                    .bit(0, "COMPLETE", "the command is complete"),
            Register.at(DLL, "SCC_DLL", Access.READ_WRITE, DLL_RESET, "Clock loops")
                    .field(31, 24, "MASK", "which loops count")
                    .field(23, 16, "LOCKED", "which loops are locked")
                    .bit(0, "ALL", "all that count are locked"),
            Register.at(
                    AID, "SCC_AID", Access.CONSTANT, 0x0020_0008, "FPGA build and number of configuration registers"),
            Register.at(ID, "SCC_ID", Access.CONSTANT, 0x4104_3850, "Implementer, application note 385, revision"));

    private final String name;
    private final int[] oscillators = OSCILLATORS.clone();
    private int configuration0;
    private int lights;
    private int dataReturn;
    private int dataOut;
    private int control = OSCILLATOR;
    private int status;
    private int dll = DLL_RESET;

    /** Makes the block as after reset. */
    public Scc(String name) {
        this.name = name;
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
            case CFG0 -> configuration0;
            case CFG1 -> lights;
            case DATA_RETURN -> dataReturn;
            case DATA_OUT -> dataOut;
            case CONTROL -> control;
            case STATUS -> status;
            default -> dll;
        };
    }

    @Override
    public void writeRegister(int offset, int value) {
        switch (offset) {
            case CFG0 -> configuration0 = value;
            case CFG1 -> lights = value;
            case DATA_OUT -> dataOut = value;
            case CONTROL -> command(value);
            default -> dll = dll & 0x00FF_FFFF | value & 0xFF00_0000;
        }
    }

    private void command(int value) {
        control = value & (WRITE | FUNCTION | 0xFFF);
        status = 0;
        if ((value & START) == 0) {
            return;
        }
        int oscillator = control & 0xFFF;
        if ((control & FUNCTION) != OSCILLATOR || oscillator >= oscillators.length) {
            status = DONE | ERROR;
            return;
        }
        status = DONE;
        if ((control & WRITE) != 0) {
            oscillators[oscillator] = dataOut;
        } else {
            dataReturn = oscillators[oscillator];
        }
    }

    @Override
    public void reset() {
        System.arraycopy(OSCILLATORS, 0, oscillators, 0, oscillators.length);
        configuration0 = 0;
        lights = 0;
        dataReturn = 0;
        dataOut = 0;
        control = OSCILLATOR;
        status = 0;
        dll = DLL_RESET;
    }

    @Override
    public void save(StateWriter out) {
        out.words(oscillators);
        out.word(configuration0);
        out.word(lights);
        out.word(dataReturn);
        out.word(dataOut);
        out.word(control);
        out.word(status);
        out.word(dll);
    }

    @Override
    public void restore(StateReader in) {
        in.words(oscillators);
        configuration0 = in.word();
        lights = in.word();
        dataReturn = in.word();
        dataOut = in.word();
        control = in.word();
        status = in.word();
        dll = in.word();
    }
}
