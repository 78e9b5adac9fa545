package ringside.cpu.x86.floating;

/** The constants of the x87, rounded to double extended precision in the rounding mode. @sdm Vol.2A "FLD1/FLDL2T/..." */
public enum Constant {
    LOG2_OF_10(1, 0xD49A_784B_CD1B_8AFEL, 0x492B_F6FF_4DAF_DB4CL),
    LOG2_OF_E(0, 0xB8AA_3B29_5C17_F0BBL, 0xBE87_FED0_691D_3E88L),
    PI(1, 0xC90F_DAA2_2168_C234L, 0xC4C6_628B_80DC_1CD1L),
    LOG10_OF_2(-2, 0x9A20_9A84_FBCF_F798L, 0x8F89_59AC_0B7C_9178L),
    LN_OF_2(-1, 0xB172_17F7_D1CF_79ABL, 0xC9E3_B398_03F2_F6AFL),
    ONE(0, 1L << 63, 0),
    ZERO(0, 0, 0);

    private final int exponent;
    private final long high;
    private final long low;

    Constant(int exponent, long high, long low) {
        this.exponent = exponent;
        this.high = high;
        this.low = low;
    }

    /** The value; nothing is reported. */
    public Unpacked value(FloatingContext c) {
        return high == 0
                ? Unpacked.zero(false)
                : Unpacked.finite(false, exponent, c.roundTo(false, high, low, FloatingFormat.EXTENDED.precision()));
    }
}
