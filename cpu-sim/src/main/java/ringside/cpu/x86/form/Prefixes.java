package ringside.cpu.x86.form;

/**
 * The prefixes of an instruction. @sdm Vol.2A 2.1.1, 2.2.1
 *
 * @param lock F0
 * @param repeat the last of F2 and F3
 * @param operandSize 66
 * @param addressSize 67
 * @param segment the number of the segment register that overrides the default, or -1
 * @param rex the REX byte, 0x40 to 0x4F, or 0; for VEX what its bits mean as a REX byte
 * @param count how many bytes of prefixes, REX and VEX among them
 */
public record Prefixes(
        boolean lock, Repeat repeat, boolean operandSize, boolean addressSize, int segment, int rex, int count) {

    /** REX.W. */
    public boolean rexW() {
        return (rex & 8) != 0;
    }

    /** REX.R, as it adds to a register number: 0 or 8. */
    public int rexR() {
        return (rex & 4) << 1;
    }

    /** REX.X: 0 or 8. */
    public int rexX() {
        return (rex & 2) << 2;
    }

    /** REX.B: 0 or 8. */
    public int rexB() {
        return (rex & 1) << 3;
    }
}
