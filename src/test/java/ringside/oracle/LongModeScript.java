package ringside.oracle;

import java.util.ArrayList;
import java.util.List;

/** Writes down tests for {@code longmode.s}. */
final class LongModeScript {
    /** Flat segments but for the access byte: 32-bit data or code, 64-bit code. */
    static final long FLAT = 0x00CF_0000_0000_FFFFL;

    static final long FLAT_64 = 0x00AF_0000_0000_FFFFL;

    private final StringBuilder code = new StringBuilder("    .text\n");
    private final StringBuilder table = new StringBuilder("    .data\n    .align 4\ntests:\n");
    private final List<String> names = new ArrayList<>();
    private String preparation = "nothing";
    private String prepared = "";
    private int preparations;

    /** Ring and mode that a test runs in. */
    enum Mode {
        RING_0(64, false),
        RING_3(64, true),
        COMPATIBILITY_0(32, false),
        COMPATIBILITY_3(32, true);

        private final int bits;
        private final boolean isUser;

        Mode(int bits, boolean isUser) {
            this.bits = bits;
            this.isUser = isUser;
        }

        /** Whether it is ring 3. */
        boolean isUser() {
            return isUser;
        }

        /** What an address is called in code: ring 3 sees memory elsewhere. */
        String at(String symbol) {
            return isUser ? symbol + " + USER" : symbol;
        }
    }

    /** The tests as assembly, to be put behind the kernel's text. */
    String data() {
        return code + table.toString() + "    .long 0\n";
    }

    /** What each test does, in order. */
    List<String> names() {
        return names;
    }

    /** What ring 0 does before each of the following tests; nothing by default. */
    LongModeScript prepare(String... instructions) {
        prepared = instructions.length == 0 ? "" : String.join("; ", instructions) + "; then ";
        if (instructions.length == 0) {
            preparation = "nothing";
            return this;
        }
        preparation = "prepare_" + preparations++;
        code.append(preparation).append(":\n");
        write(instructions);
        code.append("    ret\n");
        return this;
    }

    private void write(String... instructions) {
        for (String instruction : instructions) {
            code.append("    ").append(instruction).append('\n');
        }
    }

    /** A test without a descriptor. */
    void test(Mode mode, String... instructions) {
        test(mode, 0, 0, instructions);
    }

    /** A test in several modes. */
    void test(List<Mode> modes, String... instructions) {
        for (Mode mode : modes) {
            test(mode, instructions);
        }
    }

    /**
     * A test.
     *
     * @param low the descriptor of selector 0x60
     * @param high what follows it
     */
    void test(Mode mode, long low, long high, String... instructions) {
        String label = "test_" + names.size();
        code.append("    .code").append(mode.bits).append('\n').append(label).append(":\n");
        write(instructions);
        code.append("    int 0x80\n    .code64\n");
        table.append("    .long ").append(preparation).append(", ").append(label);
        table.append(", ").append(mode.ordinal());
        table.append(", 0x").append(Integer.toHexString((int) low));
        table.append(", 0x").append(Integer.toHexString((int) (low >>> 32)));
        table.append(", 0x").append(Integer.toHexString((int) high));
        table.append(", 0x").append(Integer.toHexString((int) (high >>> 32))).append(", 0\n");
        String descriptor = low == 0 && high == 0
                ? ""
                : ", descriptor " + Long.toHexString(high) + " " + String.format("%016x", low);
        names.add(prepared + String.join("; ", instructions) + " in " + mode + descriptor);
    }
}
