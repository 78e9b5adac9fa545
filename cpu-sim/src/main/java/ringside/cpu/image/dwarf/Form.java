package ringside.cpu.image.dwarf;

import ringside.cpu.image.Cursor;

/** How the value of an attribute is written.   @dwarf 5, 7.5.5 and 7.5.6 */
final class Form {
    static final int ADDR = 0x01;
    static final int BLOCK2 = 0x03;
    static final int BLOCK4 = 0x04;
    static final int DATA2 = 0x05;
    static final int DATA4 = 0x06;
    static final int DATA8 = 0x07;
    static final int STRING = 0x08;
    static final int BLOCK = 0x09;
    static final int BLOCK1 = 0x0A;
    static final int DATA1 = 0x0B;
    static final int FLAG = 0x0C;
    static final int SDATA = 0x0D;
    static final int STRP = 0x0E;
    static final int UDATA = 0x0F;
    static final int REF_ADDR = 0x10;
    static final int REF1 = 0x11;
    static final int REF2 = 0x12;
    static final int REF4 = 0x13;
    static final int REF8 = 0x14;
    static final int REF_UDATA = 0x15;
    static final int INDIRECT = 0x16;
    static final int SEC_OFFSET = 0x17;
    static final int EXPRLOC = 0x18;
    static final int FLAG_PRESENT = 0x19;
    static final int STRX = 0x1A;
    static final int ADDRX = 0x1B;
    static final int REF_SUP4 = 0x1C;
    static final int STRP_SUP = 0x1D;
    static final int DATA16 = 0x1E;
    static final int LINE_STRP = 0x1F;
    static final int REF_SIG8 = 0x20;
    static final int IMPLICIT_CONST = 0x21;
    static final int LOCLISTX = 0x22;
    static final int RNGLISTX = 0x23;
    static final int REF_SUP8 = 0x24;
    static final int STRX1 = 0x25;
    static final int STRX2 = 0x26;
    static final int STRX3 = 0x27;
    static final int STRX4 = 0x28;
    static final int ADDRX1 = 0x29;
    static final int ADDRX2 = 0x2A;
    static final int ADDRX3 = 0x2B;
    static final int ADDRX4 = 0x2C;
    static final int GNU_ADDR_INDEX = 0x1F01;
    static final int GNU_STR_INDEX = 0x1F02;
    static final int GNU_REF_ALT = 0x1F20;
    static final int GNU_STRP_ALT = 0x1F21;

    private static final int VARIABLE = -1;

    private Form() {}

    /** The size of a value in bytes, or -1 if it depends on the value. */
    static int fixedSize(int form, UnitHeader unit) {
        return switch (form) {
            case FLAG_PRESENT, IMPLICIT_CONST -> 0;
            case DATA1, FLAG, REF1, STRX1, ADDRX1 -> 1;
            case DATA2, REF2, STRX2, ADDRX2 -> 2;
            case STRX3, ADDRX3 -> 3;
            case DATA4, REF4, STRX4, ADDRX4, REF_SUP4 -> 4;
            case DATA8, REF8, REF_SIG8, REF_SUP8 -> 8;
            case DATA16 -> 16;
            case ADDR -> unit.addressSize();
            case REF_ADDR -> unit.version() <= 2 ? unit.addressSize() : unit.offsetSize();
            case STRP, SEC_OFFSET, LINE_STRP, STRP_SUP, GNU_REF_ALT, GNU_STRP_ALT -> unit.offsetSize();
            default -> VARIABLE;
        };
    }

    /** Moves behind a value. */
    static void skip(int form, Cursor at, UnitHeader unit) {
        int size = fixedSize(form, unit);
        if (size != VARIABLE) {
            at.skip(size);
            return;
        }
        switch (form) {
            case STRING -> at.skipText();
            case BLOCK, EXPRLOC -> at.skip(at.uleb());
            case BLOCK1 -> at.skip(at.u8());
            case BLOCK2 -> at.skip(at.u16());
            case BLOCK4 -> at.skip(at.u32());
            case SDATA, UDATA, REF_UDATA, STRX, ADDRX, LOCLISTX, RNGLISTX, GNU_ADDR_INDEX, GNU_STR_INDEX -> at.uleb();
            case INDIRECT -> skip(indirect(at), at, unit);
            default -> throw at.bad("a value has the unknown form 0x" + Integer.toHexString(form));
        }
    }

    /** The form that stands before a value; it cannot be indirect once more. */
    static int indirect(Cursor at) {
        int form = at.ulebInt();
        if (form == INDIRECT || form == IMPLICIT_CONST) {
            throw at.bad("an indirect form leads to the form " + form);
        }
        return form;
    }
}
