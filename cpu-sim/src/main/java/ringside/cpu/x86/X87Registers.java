package ringside.cpu.x86;

import java.util.Arrays;
import ringside.cpu.state.StateReader;
import ringside.cpu.state.StateWriter;
import ringside.cpu.x86.floating.FloatingContext;

/**
 * The registers of the x87 floating-point unit, whose significands are the MMX registers too. @sdm Vol.1 8.1, 9.2
 *
 * <p>The registers R0 to R7 have fixed places here; ST(i) is R(TOP + i). Of the tag word only "empty" is kept: the rest of
 * it follows from what the registers hold.
 */
public final class X87Registers {
    /** The control word after FNINIT: all exceptions masked, 64 bits of precision, round to nearest. */
    public static final int CONTROL_AFTER_FNINIT = 0x037F;
    /** All registers empty, as a mask of R0 to R7. */
    public static final int ALL_EMPTY = 0xFF;

    private static final int CONTROL_AFTER_RESET = 0x0040;
    private static final int TOP_SHIFT = 11;
    private static final int TOP_BITS = 7 << TOP_SHIFT;

    private final long[] significands = new long[8];
    private final int[] signExponents = new int[8];
    private final FloatingContext context = new FloatingContext();
    private int control = CONTROL_AFTER_RESET;
    private int status;
    private int empty;
    private int lastOpcode;
    private int instructionSelector;
    private long instructionOffset;
    private int dataSelector;
    private long dataOffset;

    /** The significand of R0 to R7, or MM0 to MM7. */
    public long significand(int physical) {
        return significands[physical];
    }

    /** The sign and exponent of R0 to R7, sixteen bits. */
    public int signExponent(int physical) {
        return signExponents[physical];
    }

    /** Writes R0 to R7, but no tag. */
    public void set(int physical, int signExponent, long significand) {
        signExponents[physical] = signExponent & 0xFFFF;
        significands[physical] = significand;
    }

    /** Writes MM0 to MM7: the sign and exponent above it become ones. @sdm Vol.3A 12.2 */
    public void setMmx(int n, long value) {
        set(n, 0xFFFF, value);
    }

    /** What an MMX instruction does to the x87 state before its own operation: TOP is 0, no register is empty. */
    public void enterMmx() {
        status &= ~TOP_BITS;
        empty = 0;
    }

    /** The control word. */
    public int control() {
        return control;
    }

    /** Writes the control word. */
    public void setControl(int value) {
        control = value & 0xFFFF;
    }

    /** The status word, TOP in it. */
    public int status() {
        return status;
    }

    /** Writes the status word, TOP in it. */
    public void setStatus(int value) {
        status = value & 0xFFFF;
    }

    /** The number of the register that is ST(0). */
    public int top() {
        return status >>> TOP_SHIFT & 7;
    }

    /** Chooses the register that is ST(0). */
    public void setTop(int physical) {
        status = status & ~TOP_BITS | (physical & 7) << TOP_SHIFT;
    }

    /** Which of R0 to R7 are empty, a bit each. */
    public int empty() {
        return empty;
    }

    /** Marks which of R0 to R7 are empty, a bit each. */
    public void setEmpty(int mask) {
        empty = mask & ALL_EMPTY;
    }

    /** Scratch space of the operation that executes; no state. */
    public FloatingContext context() {
        return context;
    }

    /** Eleven bits of the opcode of the last instruction that was no control instruction. @sdm Vol.1 8.1.9 */
    public int lastOpcode() {
        return lastOpcode;
    }

    /** The selector of the last instruction. */
    public int instructionSelector() {
        return instructionSelector;
    }

    /** The offset of the last instruction. */
    public long instructionOffset() {
        return instructionOffset;
    }

    /** The selector of the last operand in memory. */
    public int dataSelector() {
        return dataSelector;
    }

    /** The offset of the last operand in memory. */
    public long dataOffset() {
        return dataOffset;
    }

    /** Notes the last instruction. */
    public void setInstruction(int opcode, int selector, long offset) {
        lastOpcode = opcode & 0x7FF;
        instructionSelector = selector & 0xFFFF;
        instructionOffset = offset;
    }

    /** Notes the last operand in memory. */
    public void setData(int selector, long offset) {
        dataSelector = selector & 0xFFFF;
        dataOffset = offset;
    }

    /** FNINIT. @sdm Vol.2A "FINIT/FNINIT" */
    public void initialize() {
        control = CONTROL_AFTER_FNINIT;
        status = 0;
        empty = ALL_EMPTY;
        setInstruction(0, 0, 0);
        setData(0, 0);
    }

    /** @sdm Vol.3A Table 9-1 */
    void reset() {
        initialize();
        control = CONTROL_AFTER_RESET;
        empty = 0;
        Arrays.fill(significands, 0);
        Arrays.fill(signExponents, 0);
    }

    void save(StateWriter out) {
        for (int i = 0; i < 8; i++) {
            out.doubleword(significands[i]);
            out.word(signExponents[i]);
        }
        out.word(control);
        out.word(status);
        out.word(empty);
        out.word(lastOpcode);
        out.word(instructionSelector);
        out.doubleword(instructionOffset);
        out.word(dataSelector);
        out.doubleword(dataOffset);
    }

    void restore(StateReader in) {
        for (int i = 0; i < 8; i++) {
            significands[i] = in.doubleword();
            signExponents[i] = in.word();
        }
        control = in.word();
        status = in.word();
        empty = in.word();
        lastOpcode = in.word();
        instructionSelector = in.word();
        instructionOffset = in.doubleword();
        dataSelector = in.word();
        dataOffset = in.doubleword();
    }
}
