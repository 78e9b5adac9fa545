package ringside.cpu.pc;

import ringside.cpu.state.StateReader;
import ringside.cpu.state.StateWriter;
import ringside.cpu.state.Stateful;

/**
 * One 8259A interrupt controller.
 *
 * <p>How it works: (1) A request is latched in IRR by a rising edge, or is simply the level, by trigger mode. A request
 * that goes away before it is acknowledged is forgotten; if the processor acknowledges all the same it gets level 7,
 * without a bit in ISR. (2) Priorities turn: the level after {@code lowest} is the highest. (3) A request is put through
 * if no level of equal or higher priority is in service.   @board 8259A (Intel 231468)
 */
final class InterruptController implements Stateful {
    static final int CASCADE = 2;
    private static final int NONE = 8;

    private final boolean isMaster;
    private int lines;
    private int requests;
    private int inService;
    private int mask;
    private int levelLines;
    private int vectorBase;
    private int lowest = 7;
    private int nextWord;
    private boolean levelTriggered;
    private boolean expectsWord4;
    private boolean single;
    private boolean autoEnd;
    private boolean rotatesOnAutoEnd;
    private boolean specialMask;
    private boolean specialNested;
    private boolean polled;
    private boolean readsInService;

    InterruptController(boolean isMaster) {
        this.isMaster = isMaster;
    }

    // ---- requests ----

    void setLine(int level, boolean asserted) {
        int bit = 1 << level;
        boolean rises = asserted && (lines & bit) == 0;
        lines = asserted ? lines | bit : lines & ~bit;
        if (rises) {
            requests |= bit;
        } else if (!asserted) {
            requests &= ~bit;
        }
    }

    /** IRR. */
    int requests() {
        return levelTriggered ? lines : requests & ~levelLines | lines & levelLines;
    }

    int inService() {
        return inService;
    }

    int mask() {
        return mask;
    }

    int vectorBase() {
        return vectorBase;
    }

    /** Which lines the chip set has made level-triggered: ELCR. */
    int levelLines() {
        return levelLines;
    }

    void setLevelLines(int bits) {
        levelLines = bits;
    }

    /** Whether INT is asserted. */
    boolean isAsserting() {
        return highest() != NONE;
    }

    /** The level that is put through, or {@link #NONE}. */
    private int highest() {
        int waiting = requests() & ~mask;
        if (waiting == 0) {
            return NONE;
        }
        int blocking = inService;
        if (specialMask) {
            blocking &= ~mask;
        }
        if (specialNested && isMaster) {
            blocking &= ~(1 << CASCADE);
        }
        int rank = rankOfFirst(waiting);
        return rank < rankOfFirst(blocking) ? lowest + 1 + rank & 7 : NONE;
    }

    private int rankOfFirst(int bits) {
        for (int rank = 0; rank < 8; rank++) {
            if ((bits >>> (lowest + 1 + rank & 7) & 1) != 0) {
                return rank;
            }
        }
        return NONE;
    }

    /** INTA: the level acknowledged; 7 if the request has gone away. */
    int acknowledge() {
        int level = highest();
        if (level == NONE) {
            return 7;
        }
        int bit = 1 << level;
        requests &= ~bit;
        if (!autoEnd) {
            inService |= bit;
        } else if (rotatesOnAutoEnd) {
            lowest = level;
        }
        return level;
    }

    // ---- ports ----

    /** What a port shows, without effects: 0 for the lower one, 1 for the upper. */
    int peek(int port) {
        if (polled) {
            int level = highest();
            return level == NONE ? 7 : 0x80 | level;
        }
        return port == 1 ? mask : readsInService ? inService : requests();
    }

    int in(int port) {
        int value = peek(port);
        if (polled) {
            polled = false;
            acknowledge();
        }
        return value;
    }

    void out(int port, int value) {
        if (port == 0) {
            if ((value & 0x10) != 0) {
                initialize(value);
            } else if ((value & 0x08) != 0) {
                control(value);
            } else {
                end(value);
            }
        } else {
            switch (nextWord) {
                case 2 -> {
                    vectorBase = value & 0xF8;
                    nextWord = !single ? 3 : expectsWord4 ? 4 : 0;
                }
                case 3 -> nextWord = expectsWord4 ? 4 : 0;
                case 4 -> {
                    specialNested = (value & 0x10) != 0;
                    autoEnd = (value & 0x02) != 0;
                    nextWord = 0;
                }
                default -> mask = value;
            }
        }
    }

    /** ICW1. It forgets the edges seen so far: a line that is still asserted must fall and rise again. */
    private void initialize(int value) {
        requests = 0;
        inService = 0;
        mask = 0;
        lowest = 7;
        autoEnd = false;
        rotatesOnAutoEnd = false;
        specialMask = false;
        specialNested = false;
        polled = false;
        readsInService = false;
        levelTriggered = (value & 0x08) != 0;
        single = (value & 0x02) != 0;
        expectsWord4 = (value & 0x01) != 0;
        nextWord = 2;
    }

    /** OCW3. */
    private void control(int value) {
        if ((value & 0x40) != 0) {
            specialMask = (value & 0x20) != 0;
        }
        polled = (value & 0x04) != 0;
        if ((value & 0x02) != 0) {
            readsInService = (value & 0x01) != 0;
        }
    }

    /** OCW2. */
    private void end(int value) {
        int level = value & 7;
        switch (value >>> 5) {
            case 0 -> rotatesOnAutoEnd = false;
            case 1 -> endHighest(false);
            case 3 -> inService &= ~(1 << level);
            case 4 -> rotatesOnAutoEnd = true;
            case 5 -> endHighest(true);
            case 6 -> lowest = level;
            case 7 -> {
                inService &= ~(1 << level);
                lowest = level;
            }
            default -> {
                // No operation.
            }
        }
    }

    /** Non-specific end of interrupt. In special mask mode it leaves the levels that are masked. */
    private void endHighest(boolean rotate) {
        int rank = rankOfFirst(specialMask ? inService & ~mask : inService);
        if (rank != NONE) {
            int level = lowest + 1 + rank & 7;
            inService &= ~(1 << level);
            if (rotate) {
                lowest = level;
            }
        }
    }

    /** As after power-on, which leaves the lines as the devices drive them. */
    void reset() {
        initialize(0);
        nextWord = 0;
        vectorBase = 0;
        levelLines = 0;
    }

    @Override
    public void save(StateWriter out) {
        for (int value : new int[] {lines, requests, inService, mask, levelLines, vectorBase, lowest, nextWord}) {
            out.byteValue(value);
        }
        for (boolean flag : new boolean[] {
            levelTriggered,
            expectsWord4,
            single,
            autoEnd,
            rotatesOnAutoEnd,
            specialMask,
            specialNested,
            polled,
            readsInService
        }) {
            out.flag(flag);
        }
    }

    @Override
    public void restore(StateReader in) {
        lines = in.byteValue();
        requests = in.byteValue();
        inService = in.byteValue();
        mask = in.byteValue();
        levelLines = in.byteValue();
        vectorBase = in.byteValue();
        lowest = in.byteValue();
        nextWord = in.byteValue();
        levelTriggered = in.flag();
        expectsWord4 = in.flag();
        single = in.flag();
        autoEnd = in.flag();
        rotatesOnAutoEnd = in.flag();
        specialMask = in.flag();
        specialNested = in.flag();
        polled = in.flag();
        readsInService = in.flag();
    }
}
