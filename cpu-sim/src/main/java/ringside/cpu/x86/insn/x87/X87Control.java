package ringside.cpu.x86.insn.x87;

/** The control word. @sdm Vol.1 8.1.5 */
final class X87Control {
    /** The masks of all exceptions. */
    static final int MASKS = 0x3F;

    private static final int DEFINED = 0x1F3F;
    private static final int ALWAYS_ONE = 0x40;

    private X87Control() {}

    /** A control word as it reads back: reserved bits have fixed values. */
    static int defined(int value) {
        return value & DEFINED | ALWAYS_ONE;
    }
}
