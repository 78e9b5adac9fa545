package ringside.cpu.x86.insn.x87;

import ringside.cpu.x86.X87Registers;
import ringside.cpu.x86.floating.Unpacked;

/** The tag word: two bits a register, R0 lowest. @sdm Vol.1 8.1.7 */
final class X87Tags {
    private static final int VALID = 0;
    private static final int ZERO = 1;
    private static final int SPECIAL = 2;
    private static final int EMPTY = 3;

    private X87Tags() {}

    static int of(X87Registers x87) {
        int tags = 0;
        for (int n = 0; n < 8; n++) {
            boolean empty = (x87.empty() >>> n & 1) != 0;
            tags |= (empty ? EMPTY : tag(Unpacked.extended(x87.signExponent(n), x87.significand(n)))) << 2 * n;
        }
        return tags;
    }

    private static int tag(Unpacked value) {
        return switch (value.kind()) {
            case ZERO -> ZERO;
            case FINITE -> value.denormal() ? SPECIAL : VALID;
            default -> SPECIAL;
        };
    }

    /** Which registers a tag word calls empty. */
    static int empty(int tags) {
        int empty = 0;
        for (int n = 0; n < 8; n++) {
            empty |= (tags >>> 2 * n & EMPTY) == EMPTY ? 1 << n : 0;
        }
        return empty;
    }
}
