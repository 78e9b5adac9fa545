package ringside.cpu.pc;

import ringside.cpu.bus.Width;
import ringside.cpu.register.Access;
import ringside.cpu.register.Register;
import ringside.cpu.register.RegisterMap;
import ringside.cpu.register.ShownDevice;
import ringside.cpu.state.StateReader;
import ringside.cpu.state.StateWriter;
import ringside.cpu.time.Clock;

/**
 * The power-management registers of ACPI: events (none happen here), control, and the timer of 3.579545 MHz with 24
 * bits. Setting SLP_EN with sleep type 0, that of S5, switches the machine off.   @board ACPI 4.8.3, 82371AB 7.2
 */
public final class PowerManagement implements ShownDevice {
    /** The first port. */
    public static final int PORT = 0x600;

    static final int CONTROL = 4;
    static final int TIMER = 8;
    private static final long HERTZ = 3_579_545;
    private static final int TIMER_BITS = 0xFF_FFFF;
    private static final int ENABLE = 2;
    private static final int SLEEP = 1 << 13;
    private static final int SLEEP_TYPE = 7 << 10;
    private static final int ACPI_MODE = 1;
    private static final RegisterMap REGISTERS = RegisterMap.of(
            "ACPI 4.8.3",
            Register.at(0, "PM1_EVENT", Access.READ_WRITE, 0, "Status and enable of events"),
            Register.at(CONTROL, "PM1_CONTROL", Access.READ_WRITE, ACPI_MODE, "Control")
                    .field(12, 10, "SLP_TYP", "0 off")
                    .bit(0, "SCI_EN", "events interrupt"),
            Register.at(TIMER, "PM_TIMER", Access.READ_ONLY, 0, "Timer of 3.579545 MHz")
                    .field(23, 0, "VALUE", "ticks"));

    private final String name;
    private final Oscillator oscillator;
    private final Runnable powerOff;
    private int enable;
    private int control = ACPI_MODE;

    /**
     * Makes the registers.
     *
     * @param powerOff switches the machine off
     */
    public PowerManagement(String name, Clock clock, long clockHertz, Runnable powerOff) {
        this.name = name;
        this.powerOff = powerOff;
        oscillator = new Oscillator(clock, clockHertz, HERTZ);
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
        return peek(register.offset(), Width.WORD);
    }

    @Override
    public int load(int offset, Width width) {
        return peek(offset, width);
    }

    @Override
    public int peek(int offset, Width width) {
        int word = switch (offset & ~3) {
            case 0 -> enable << 16;
            case CONTROL -> control;
            case TIMER -> (int) oscillator.ticks() & TIMER_BITS;
            default -> 0;
        };
        return word >>> 8 * (offset & 3);
    }

    @Override
    public void store(int offset, Width width, int value) {
        if (offset == ENABLE) {
            enable = value & 0xFFFF;
        } else if (offset == 0 && width == Width.WORD) {
            enable = value >>> 16;
        } else if (offset == CONTROL) {
            control = value & SLEEP_TYPE | ACPI_MODE;
            if ((value & SLEEP) != 0 && (value & SLEEP_TYPE) == 0) {
                powerOff.run();
            }
        }
    }

    @Override
    public void reset() {
        enable = 0;
        control = ACPI_MODE;
    }

    @Override
    public void save(StateWriter out) {
        out.word(enable);
        out.word(control);
    }

    @Override
    public void restore(StateReader in) {
        enable = in.word();
        control = in.word();
    }
}
