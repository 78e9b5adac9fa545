package ringside.cpu.bus;

/** The size of one access. */
public enum Width {
    BYTE(1),
    HALFWORD(2),
    WORD(4),
    DOUBLEWORD(8);

    private final int bytes;

    Width(int bytes) {
        this.bytes = bytes;
    }

    /** The size in bytes: 1, 2, 4 or 8. */
    public int bytes() {
        return bytes;
    }
}
