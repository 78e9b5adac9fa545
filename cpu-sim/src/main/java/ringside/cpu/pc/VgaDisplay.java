package ringside.cpu.pc;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import ringside.cpu.bus.Ram;
import ringside.cpu.register.Access;
import ringside.cpu.register.Register;
import ringside.cpu.register.RegisterMap;
import ringside.cpu.state.StateReader;
import ringside.cpu.state.StateWriter;
import ringside.cpu.view.VgaTextView;

/**
 * The display adapter of a PC in text mode 3: 80 columns, 25 rows, 16 colours. The text lies in memory at B8000; the
 * registers (ports 0x3C0 to 0x3DF) can all be written and read, and those of the cursor and of the start address count.
 * Graphics modes are not modelled.   @board IBM VGA Technical Reference, chapter 2
 */
public final class VgaDisplay implements PortDevice {
    private static final int COLUMNS = 80;
    private static final int ROWS = 25;
    private static final int CELLS = 0x4000;

    private static final int ATTRIBUTE = 0x00;
    private static final int ATTRIBUTE_READ = 0x01;
    private static final int SEQUENCER = 0x04;
    private static final int GRAPHICS = 0x0E;
    private static final int CRTC = 0x14;
    private static final int INPUT_STATUS = 0x1A;
    private static final int MISCELLANEOUS_WRITE = 0x02;
    private static final int MISCELLANEOUS_READ = 0x0C;

    private static final int CURSOR_START = 0x0A;
    private static final int CURSOR_END = 0x0B;
    private static final int START_ADDRESS = 0x0C;
    private static final int CURSOR_LOCATION = 0x0E;
    private static final int CURSOR_OFF = 0x20;

    private static final RegisterMap REGISTERS = RegisterMap.of(
            "IBM VGA Technical Reference",
            shown(0, "CRTC_INDEX", "Selected register"),
            shown(1, "CURSOR_START", "First line of the cursor").bit(5, "OFF", "no cursor"),
            shown(2, "CURSOR_END", "Last line of the cursor"),
            shown(3, "START_ADDRESS", "Cell at the upper left corner"),
            shown(4, "CURSOR_LOCATION", "Cell of the cursor"));

    private final String name;
    private final Ram memory;
    /** The present value of each port, where it has no index. */
    private final int[] ports = new int[0x20];

    private final int[] attributes = new int[32];
    private final int[] sequencer = new int[8];
    private final int[] graphics = new int[16];
    private final int[] crtc = new int[32];
    private boolean attributeExpectsValue;

    /**
     * Makes the adapter in mode 3, as firmware leaves it.
     *
     * @param memory the 32 KiB at B8000
     */
    public VgaDisplay(String name, Ram memory) {
        this.name = name;
        this.memory = memory;
        reset();
    }

    private static Register shown(int index, String name, String meaning) {
        return Register.at(0x14 << 8 | 4 * index, name, Access.READ_WRITE, 0, meaning);
    }

    /** The memory that holds the text. */
    public Ram memory() {
        return memory;
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
            case 0 -> ports[CRTC];
            case 1 -> crtc[CURSOR_START];
            case 2 -> crtc[CURSOR_END];
            case 3 -> wide(START_ADDRESS);
            default -> wide(CURSOR_LOCATION);
        };
    }

    private int wide(int register) {
        return crtc[register] << 8 | crtc[register + 1];
    }

    /** The screen as it is now. */
    public VgaTextView view() {
        int start = wide(START_ADDRESS);
        List<String> text = new ArrayList<>();
        List<String> attributesOfRows = new ArrayList<>();
        for (int row = 0; row < ROWS; row++) {
            StringBuilder characters = new StringBuilder();
            StringBuilder colours = new StringBuilder();
            for (int column = 0; column < COLUMNS; column++) {
                int at = 2 * (start + row * COLUMNS + column & CELLS - 1);
                byte[] page = memory.page(at / Ram.PAGE_SIZE);
                characters.append(CodePage437.of(page[at % Ram.PAGE_SIZE] & 0xFF));
                colours.append(HexFormat.of().toHexDigits(page[at % Ram.PAGE_SIZE + 1]));
            }
            text.add(characters.toString());
            attributesOfRows.add(colours.toString());
        }
        int cursor = wide(CURSOR_LOCATION) - start;
        boolean visible = (crtc[CURSOR_START] & CURSOR_OFF) == 0
                && (crtc[CURSOR_START] & 0x1F) <= (crtc[CURSOR_END] & 0x1F)
                && cursor >= 0
                && cursor < COLUMNS * ROWS;
        return new VgaTextView(
                COLUMNS, text, attributesOfRows, visible ? cursor / COLUMNS : -1, visible ? cursor % COLUMNS : -1);
    }

    private int[] bank(int offset) {
        return switch (offset & ~1) {
            case SEQUENCER -> sequencer;
            case GRAPHICS -> graphics;
            case CRTC -> crtc;
            default -> null;
        };
    }

    @Override
    public int peek(int offset) {
        int[] bank = bank(offset);
        if (bank != null) {
            int index = ports[offset & ~1];
            return (offset & 1) == 0 ? index : index < bank.length ? bank[index] : 0xFF;
        }
        return switch (offset) {
            case ATTRIBUTE_READ -> attributes[ports[ATTRIBUTE] & 0x1F];
            case MISCELLANEOUS_READ -> ports[MISCELLANEOUS_WRITE];
            default -> ports[offset];
        };
    }

    /** Reading the input status makes the next write to the attribute controller an index. */
    @Override
    public int in(int offset) {
        int value = peek(offset);
        if (offset == INPUT_STATUS) {
            attributeExpectsValue = false;
            // Software that waits for the beam to return sees it come and go: both bits change with each look.
            ports[INPUT_STATUS] ^= 0x09;
        }
        return value;
    }

    @Override
    public void out(int offset, int value) {
        int[] bank = bank(offset);
        if (bank != null && (offset & 1) != 0) {
            int index = ports[offset & ~1];
            if (index < bank.length) {
                bank[index] = value;
            }
        } else if (offset == ATTRIBUTE) {
            if (attributeExpectsValue) {
                attributes[ports[ATTRIBUTE] & 0x1F] = value;
            } else {
                ports[ATTRIBUTE] = value & 0x3F;
            }
            attributeExpectsValue = !attributeExpectsValue;
        } else if (offset != INPUT_STATUS && offset != ATTRIBUTE_READ && offset != MISCELLANEOUS_READ) {
            ports[offset] = value;
        }
    }

    @Override
    public void reset() {
        Arrays.fill(ports, 0);
        Arrays.fill(attributes, 0);
        Arrays.fill(sequencer, 0);
        Arrays.fill(graphics, 0);
        Arrays.fill(crtc, 0);
        ports[MISCELLANEOUS_WRITE] = 0x67;
        crtc[0x01] = COLUMNS - 1;
        crtc[0x09] = 0x4F;
        crtc[0x12] = 0x8F;
        crtc[0x13] = COLUMNS / 2;
        crtc[CURSOR_START] = 0x0D;
        crtc[CURSOR_END] = 0x0E;
        attributeExpectsValue = false;
    }

    @Override
    public void save(StateWriter out) {
        for (int[] bank : new int[][] {ports, attributes, sequencer, graphics, crtc}) {
            out.words(bank);
        }
        out.flag(attributeExpectsValue);
    }

    @Override
    public void restore(StateReader in) {
        for (int[] bank : new int[][] {ports, attributes, sequencer, graphics, crtc}) {
            in.words(bank);
        }
        attributeExpectsValue = in.flag();
    }
}
