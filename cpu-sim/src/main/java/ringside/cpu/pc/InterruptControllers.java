package ringside.cpu.pc;

import ringside.cpu.bus.InterruptLine;
import ringside.cpu.register.Access;
import ringside.cpu.register.Register;
import ringside.cpu.register.RegisterMap;
import ringside.cpu.state.StateReader;
import ringside.cpu.state.StateWriter;

/**
 * The two 8259A of a PC: the master's level 2 is the slave. Ports: 0 and 1 the master, 2 and 3 the slave, 4 and 5 the
 * edge/level control registers of the chip set.   @board 8259A (Intel 231468), 82371AB 4.2.4
 */
public final class InterruptControllers implements PortDevice {
    /** Lines that are always triggered by edges: timer, keyboard, cascade, clock, coprocessor. */
    private static final int[] MAY_BE_LEVEL = {0xF8, 0xDE};

    private static final RegisterMap REGISTERS = RegisterMap.of(
            "8259A (Intel 231468)",
            shown(0, 0, "IRR", "Requests of the master"),
            shown(0, 1, "ISR", "Levels of the master in service"),
            shown(1, 2, "IMR", "Levels of the master that are masked"),
            shown(1, 3, "ICW2", "Vector of the master's level 0"),
            shown(0x80, 4, "IRR2", "Requests of the slave"),
            shown(0x80, 5, "ISR2", "Levels of the slave in service"),
            shown(0x81, 6, "IMR2", "Levels of the slave that are masked"),
            shown(0x81, 7, "ICW2-2", "Vector of the slave's level 0"),
            shown(0x4B0, 8, "ELCR1", "Levels of the master triggered by level"),
            shown(0x4B1, 9, "ELCR2", "Levels of the slave triggered by level"));

    private final String name;
    private final InterruptLine output;
    private final InterruptController master = new InterruptController(true);
    private final InterruptController slave = new InterruptController(false);

    /**
     * Makes the pair.
     *
     * @param output the master's INT pin
     */
    public InterruptControllers(String name, InterruptLine output) {
        this.name = name;
        this.output = output;
    }

    private static Register shown(int distance, int index, String name, String meaning) {
        return Register.at(distance << 8 | 4 * index, name, Access.READ_WRITE, 0, meaning);
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
        return switch (register.offset() >>> 2 & 0x3F) {
            case 0 -> master.requests();
            case 1 -> master.inService();
            case 2 -> master.mask();
            case 3 -> master.vectorBase();
            case 4 -> slave.requests();
            case 5 -> slave.inService();
            case 6 -> slave.mask();
            case 7 -> slave.vectorBase();
            case 8 -> master.levelLines();
            default -> slave.levelLines();
        };
    }

    /** Drives an interrupt request line, 0 to 15. Line 2 is the cascade and leads nowhere. */
    public void setLine(int number, boolean asserted) {
        if (number >= 8) {
            slave.setLine(number - 8, asserted);
        } else if (number != InterruptController.CASCADE) {
            master.setLine(number, asserted);
        }
        drive();
    }

    /** INTA: the vector of the interrupt acknowledged. */
    public int acknowledge() {
        int level = master.acknowledge();
        int vector = master.vectorBase() + level;
        if (level == InterruptController.CASCADE) {
            vector = slave.vectorBase() + slave.acknowledge();
            // The slave's INT falls with each acknowledge, so that its next request is an edge for the master.
            master.setLine(InterruptController.CASCADE, false);
        }
        drive();
        return vector;
    }

    private void drive() {
        master.setLine(InterruptController.CASCADE, slave.isAsserting());
        output.set(master.isAsserting());
    }

    private InterruptController of(int offset) {
        return (offset & 2) == 0 ? master : slave;
    }

    @Override
    public int in(int offset) {
        if (offset >= 4) {
            return peek(offset);
        }
        int value = of(offset).in(offset & 1);
        drive();
        return value;
    }

    @Override
    public int peek(int offset) {
        if (offset >= 4) {
            return (offset == 4 ? master : slave).levelLines();
        }
        return of(offset).peek(offset & 1);
    }

    @Override
    public void out(int offset, int value) {
        if (offset >= 4) {
            (offset == 4 ? master : slave).setLevelLines(value & MAY_BE_LEVEL[offset - 4]);
        } else {
            of(offset).out(offset & 1, value);
        }
        drive();
    }

    @Override
    public void reset() {
        master.reset();
        slave.reset();
        drive();
    }

    @Override
    public void save(StateWriter out) {
        master.save(out);
        slave.save(out);
    }

    @Override
    public void restore(StateReader in) {
        master.restore(in);
        slave.restore(in);
    }
}
