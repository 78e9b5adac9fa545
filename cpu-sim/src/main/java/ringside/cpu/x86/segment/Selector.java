package ringside.cpu.x86.segment;

/**
 * A segment selector. @sdm Vol.3A 3.4.2
 *
 * @param value sixteen bits
 */
public record Selector(int value) {
    private static final int TABLE = 4;
    private static final int RPL = 3;

    /** Cuts off what is not part of a selector. */
    public Selector {
        value &= 0xFFFF;
    }

    /** The offset of the descriptor in its table. */
    public int offset() {
        return value & 0xFFF8;
    }

    /** Whether the descriptor lies in the LDT. */
    public boolean isLocal() {
        return (value & TABLE) != 0;
    }

    /** The requested privilege level. */
    public int rpl() {
        return value & RPL;
    }

    /** Whether it is one of the four null selectors. */
    public boolean isNull() {
        return (value & ~RPL) == 0;
    }

    /** The selector as part of an error code: without its RPL. @sdm Vol.3A 6.13 */
    public int errorCode() {
        return value & ~RPL;
    }

    /** The same descriptor with another RPL. */
    public Selector withRpl(int rpl) {
        return new Selector(value & ~RPL | rpl);
    }
}
