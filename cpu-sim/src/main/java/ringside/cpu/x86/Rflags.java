package ringside.cpu.x86;

/** The bits of RFLAGS. The upper half of the register is reserved, so an {@code int} holds it. @sdm Vol.1 3.4.3 */
public final class Rflags {
    public static final int CF = 1;
    /** Always 1. */
    public static final int RESERVED_ONE = 1 << 1;

    public static final int PF = 1 << 2;
    public static final int AF = 1 << 4;
    public static final int ZF = 1 << 6;
    public static final int SF = 1 << 7;
    public static final int TF = 1 << 8;
    public static final int IF = 1 << 9;
    public static final int DF = 1 << 10;
    public static final int OF = 1 << 11;
    /** Both bits of the I/O privilege level. */
    public static final int IOPL = 3 << 12;

    public static final int IOPL_SHIFT = 12;
    public static final int NT = 1 << 14;
    public static final int RF = 1 << 16;
    public static final int VM = 1 << 17;
    public static final int AC = 1 << 18;
    public static final int VIF = 1 << 19;
    public static final int VIP = 1 << 20;
    public static final int ID = 1 << 21;

    /** The six status flags: CF, PF, AF, ZF, SF, OF. */
    public static final int STATUS = CF | PF | AF | ZF | SF | OF;
    /** Every bit that is not reserved. */
    public static final int DEFINED = STATUS | TF | IF | DF | IOPL | NT | RF | VM | AC | VIF | VIP | ID;

    private Rflags() {}

    /** PF of a result: set if its lowest byte has an even number of ones. */
    public static int parity(long result) {
        int folded = (int) (result ^ result >>> 4) & 0xF;
        return (0x9669 >>> folded & 1) << 2;
    }

    /** SF, ZF and PF of a result. */
    public static int signZeroParity(OperandSize size, long result) {
        long value = result & size.mask();
        return parity(value) | (value == 0 ? ZF : 0) | ((value & size.signBit()) != 0 ? SF : 0);
    }

    /** The bits of flags named as the manual names them, separated by spaces, such as {@code "CF OF"}. */
    public static int named(String names) {
        int bits = 0;
        for (String name : names.trim().split(" +")) {
            bits |= switch (name) {
                case "" -> 0;
                case "CF" -> CF;
                case "PF" -> PF;
                case "AF" -> AF;
                case "ZF" -> ZF;
                case "SF" -> SF;
                case "TF" -> TF;
                case "IF" -> IF;
                case "DF" -> DF;
                case "OF" -> OF;
                case "IOPL" -> IOPL;
                case "NT" -> NT;
                case "RF" -> RF;
                case "VM" -> VM;
                case "AC" -> AC;
                case "VIF" -> VIF;
                case "VIP" -> VIP;
                case "ID" -> ID;
                default -> throw new IllegalArgumentException("no flag is called " + name);
            };
        }
        return bits;
    }
}
