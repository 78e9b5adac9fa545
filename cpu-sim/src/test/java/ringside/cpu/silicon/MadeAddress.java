package ringside.cpu.silicon;

import java.io.ByteArrayOutputStream;

/**
 * An address as ModRM, SIB and displacement encode it.
 *
 * @param bits 64, 32 or 16
 * @param is64 whether this is 64-bit code
 * @param mod 0 to 2
 * @param rm ModRM.rm
 * @param sib the SIB byte, or -1
 * @param rex the REX byte, or 0
 * @param displacement of which as many bytes are used as the encoding has
 */
record MadeAddress(int bits, boolean is64, int mod, int rm, int sib, int rex, int displacement) {
    private static final int RBX = 3;
    private static final int RSP = 4;
    private static final int RBP = 5;
    private static final int RSI = 6;
    private static final int RDI = 7;
    private static final int[] BASES_16 = {RBX, RBX, RBP, RBP, RSI, RDI, RBP, RBX};
    private static final int[] INDEXES_16 = {RSI, RDI, RSI, RDI, -1, -1, -1, -1};

    static MadeAddress of16(int mod, int rm, long displacement) {
        return new MadeAddress(16, false, mod, rm, -1, 0, (int) displacement);
    }

    /** The base register, or -1. */
    int base() {
        if (bits == 16) {
            return mod == 0 && rm == 6 ? -1 : BASES_16[rm];
        }
        int low = sib >= 0 ? sib & 7 : rm;
        return mod == 0 && low == RBP ? -1 : low | (rex & 1) << 3;
    }

    /** The index register, or -1. */
    int index() {
        if (bits == 16) {
            return mod == 0 && rm == 6 ? -1 : INDEXES_16[rm];
        }
        int index = sib < 0 ? RSP : sib >>> 3 & 7 | (rex & 2) << 2;
        return index == RSP ? -1 : index;
    }

    int scaleShift() {
        return sib < 0 ? 0 : sib >>> 6;
    }

    /** Whether the displacement counts from the next instruction. */
    boolean isRipRelative() {
        return is64 && bits != 16 && sib < 0 && mod == 0 && rm == RBP;
    }

    int displacementBytes() {
        boolean wide = bits == 16 ? mod == 0 && rm == 6 : base() < 0;
        return mod == 1 ? 1 : mod == 2 || wide ? bits == 16 ? 2 : 4 : 0;
    }

    /** The displacement that counts. */
    long value() {
        return switch (displacementBytes()) {
            case 0 -> 0;
            case 1 -> (byte) displacement;
            case 2 -> (short) displacement;
            default -> displacement;
        };
    }

    byte[] bytesBehindModRm() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        if (sib >= 0) {
            out.write(sib);
        }
        for (int i = 0; i < displacementBytes(); i++) {
            out.write(displacement >>> 8 * i & 0xFF);
        }
        return out.toByteArray();
    }
}
