package ringside.cpu.x86.floating;

/** A format of floating-point numbers. @sdm Vol.1 Table 4-3 */
public enum FloatingFormat {
    /** Single precision, binary32. */
    SINGLE(32, 24, 127),
    /** Double precision, binary64. */
    DOUBLE(64, 53, 1023),
    /** Double extended precision, with an explicit integer bit. */
    EXTENDED(80, 64, 16383);

    private final int bits;
    private final int precision;
    private final int largestExponent;

    FloatingFormat(int bits, int precision, int largestExponent) {
        this.bits = bits;
        this.precision = precision;
        this.largestExponent = largestExponent;
    }

    /** The size of an encoded number in bits. */
    public int bits() {
        return bits;
    }

    /** The length of a significand in bits, the integer bit counted. */
    public int precision() {
        return precision;
    }

    /** The exponent of the largest numbers; also the bias. */
    public int largestExponent() {
        return largestExponent;
    }

    /** The exponent of the smallest normal numbers. */
    public int smallestExponent() {
        return 1 - largestExponent;
    }

    /** What makes a number negative in an encoding of 32 or 64 bits. */
    long signBit() {
        return 1L << (bits - 1);
    }

    /** How far an encoded fraction of 32 or 64 bits stands below a significand whose integer bit is bit 63. */
    int alignment() {
        return 64 - precision;
    }
}
