package ringside.cpu.pc;

import java.util.function.Consumer;
import ringside.cpu.bus.Width;
import ringside.cpu.register.Access;
import ringside.cpu.register.Register;
import ringside.cpu.register.RegisterMap;
import ringside.cpu.register.ShownDevice;
import ringside.cpu.state.StateReader;
import ringside.cpu.state.StateWriter;

/**
 * The I/O APIC: 24 inputs, each with an entry that says which interrupt message it becomes.
 *
 * <p>An edge at a masked input is lost. A level sends again when the processor has told the end of its vector, while it is
 * still there.   @board 82093AA (Intel 290566)
 */
public final class IoApic implements ShownDevice {
    private static final int INPUTS = 24;
    private static final int SELECT = 0x00;
    private static final int WINDOW = 0x10;
    private static final int END_OF_INTERRUPT = 0x40;
    private static final int VERSION = 0x20 | INPUTS - 1 << 16;

    private static final int MASKED = 1 << 16;
    private static final int LEVEL = 1 << 15;
    private static final int REMOTE_IRR = 1 << 14;
    private static final int LOGICAL = 1 << 11;
    private static final int WRITABLE = 0x0001_AFFF;

    private static final RegisterMap REGISTERS = RegisterMap.of("82093AA (Intel 290566)", registersOf());

    private final String name;
    private final Consumer<ApicMessage> processor;
    private final int[] low = new int[INPUTS];
    private final int[] high = new int[INPUTS];
    private int lines;
    private int select;
    private int identity;

    /**
     * Makes one with all inputs masked.
     *
     * @param processor takes the messages
     */
    public IoApic(String name, Consumer<ApicMessage> processor) {
        this.name = name;
        this.processor = processor;
        reset();
    }

    private static Register[] registersOf() {
        Register[] all = new Register[2 + 2 * INPUTS];
        all[0] = Register.at(0, "IOREGSEL", Access.READ_WRITE, 0, "Register behind the window");
        all[1] = Register.at(4, "IOAPICID", Access.READ_WRITE, 0, "Identity").field(27, 24, "ID", "identity");
        for (int i = 0; i < INPUTS; i++) {
            all[2 + 2 * i] = Register.at(8 + 8 * i, "REDIR" + i, Access.READ_WRITE, MASKED, "Entry of input " + i)
                    .bit(16, "MASK", "masked")
                    .bit(15, "TRIGGER", "level")
                    .bit(14, "REMOTE_IRR", "sent and not ended")
                    .bit(13, "POLARITY", "active low")
                    .bit(11, "LOGICAL", "logical destination")
                    .field(10, 8, "DELIVERY", "delivery mode")
                    .field(7, 0, "VECTOR", "vector");
            all[3 + 2 * i] = Register.at(12 + 8 * i, "REDIR" + i + "_HIGH", Access.READ_WRITE, 0, "Its destination")
                    .field(31, 24, "DESTINATION", "identity or set");
        }
        return all;
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
        int index = register.offset() / 4;
        if (index < 2) {
            return index == 0 ? select : identity << 24;
        }
        return ((index & 1) == 0 ? low : high)[index / 2 - 1];
    }

    @Override
    public long addressOf(Register register, long base) {
        return register.offset() == 0 ? base : base + WINDOW;
    }

    /** Drives an input, 0 to 23. */
    public void setLine(int input, boolean asserted) {
        boolean rises = asserted && (lines >>> input & 1) == 0;
        lines = asserted ? lines | 1 << input : lines & ~(1 << input);
        if ((low[input] & LEVEL) != 0) {
            sendLevel(input);
        } else if (rises && (low[input] & MASKED) == 0) {
            send(input);
        }
    }

    /** The wires of this board are active high, so an input that is set to active low sees them as they are, too. */
    private void sendLevel(int input) {
        int entry = low[input];
        boolean asserted = (lines >>> input & 1) != 0;
        if (asserted && (entry & (LEVEL | MASKED | REMOTE_IRR)) == LEVEL) {
            low[input] |= REMOTE_IRR;
            send(input);
        }
    }

    private void send(int input) {
        int entry = low[input];
        processor.accept(new ApicMessage(
                entry & 0xFF, entry >>> 8 & 7, (entry & LEVEL) != 0, (entry & LOGICAL) != 0, high[input] >>> 24));
    }

    /** A processor has served a level-triggered vector. */
    public void end(int vector) {
        for (int input = 0; input < INPUTS; input++) {
            if ((low[input] & REMOTE_IRR) != 0 && (low[input] & 0xFF) == vector) {
                low[input] &= ~REMOTE_IRR;
                sendLevel(input);
            }
        }
    }

    @Override
    public int load(int offset, Width width) {
        return peek(offset, width);
    }

    @Override
    public int peek(int offset, Width width) {
        int word = switch (offset & ~3) {
            case SELECT -> select;
            case WINDOW -> read(select);
            default -> 0;
        };
        return word >>> 8 * (offset & 3);
    }

    private int read(int register) {
        int entry = register - 0x10;
        if (entry >= 0 && entry < 2 * INPUTS) {
            return ((entry & 1) == 0 ? low : high)[entry / 2];
        }
        return switch (register) {
            case 0, 2 -> identity << 24;
            case 1 -> VERSION;
            default -> 0;
        };
    }

    @Override
    public void store(int offset, Width width, int value) {
        switch (offset) {
            case SELECT -> select = value & 0xFF;
            case WINDOW -> write(select, value);
            case END_OF_INTERRUPT -> end(value & 0xFF);
            default -> {
                // Nothing is there.
            }
        }
    }

    private void write(int register, int value) {
        int entry = register - 0x10;
        if (register == 0) {
            identity = value >>> 24 & 0xF;
        } else if (entry >= 0 && entry < 2 * INPUTS) {
            int input = entry / 2;
            if ((entry & 1) == 0) {
                low[input] = value & WRITABLE | low[input] & REMOTE_IRR;
                if ((value & LEVEL) == 0) {
                    low[input] &= ~REMOTE_IRR;
                }
                sendLevel(input);
            } else {
                high[input] = value & 0xFF00_0000;
            }
        }
    }

    @Override
    public void reset() {
        java.util.Arrays.fill(low, MASKED);
        java.util.Arrays.fill(high, 0);
        select = 0;
        identity = 0;
    }

    @Override
    public void save(StateWriter out) {
        out.words(low);
        out.words(high);
        out.word(lines);
        out.word(select);
        out.word(identity);
    }

    @Override
    public void restore(StateReader in) {
        in.words(low);
        in.words(high);
        lines = in.word();
        select = in.word();
        identity = in.word();
    }
}
