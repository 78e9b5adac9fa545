package ringside.cpu.register;

/** What software may do with a register. */
public enum Access {
    READ_WRITE("read-write"),
    /** Writes are ignored. */
    READ_ONLY("read-only"),
    /** Reads as zero. */
    WRITE_ONLY("write-only"),
    /** Writing 1 to a bit clears it, writing 0 leaves it alone. */
    WRITE_ONE_TO_CLEAR("write 1 to clear"),
    /** Writing 1 to a bit sets it, writing 0 leaves it alone. */
    WRITE_ONE_TO_SET("write 1 to set"),
    /** Always reads as its reset value; writes are ignored. */
    CONSTANT("constant");

    private final String label;

    Access(String label) {
        this.label = label;
    }

    /** The words of the manuals, such as {@code read-write}. */
    public String label() {
        return label;
    }
}
