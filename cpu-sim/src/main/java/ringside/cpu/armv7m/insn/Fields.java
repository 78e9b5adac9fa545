package ringside.cpu.armv7m.insn;

import ringside.cpu.armv7m.CortexM;
import ringside.cpu.armv7m.ThumbInstruction;

/**
 * The fields of one instruction being decoded, the IT block it stands in, and what is UNPREDICTABLE about it.
 *
 * <p>Our choices for UNPREDICTABLE: where the manual forbids a register, a position in an IT block or a combination that
 * no assembler produces, the instruction is {@link #unpredictable}: it is taken as UNDEFINED, so that the mistake is
 * seen. Where real processors are known to just do it, it is {@link #unpredictableButExecuted}. Both are noted in the
 * disassembly.
 */
public final class Fields {
    private final Encoding encoding;
    private final int instruction;
    private final int itState;
    private String reason;
    private boolean executed = true;

    Fields(Encoding encoding, int instruction, int itState) {
        this.encoding = encoding;
        this.instruction = instruction;
        this.itState = itState;
    }

    /** The number that the bits of this letter make. */
    public int get(char letter) {
        return encoding.field(letter, instruction);
    }

    /** The number that the bits of these letters make one after the other, as {@code D:Rd}. */
    public int get(char high, char low, int lowBits) {
        return get(high) << lowBits | get(low);
    }

    /** All bits: a halfword, or the first halfword and the second. */
    public int instruction() {
        return instruction;
    }

    /** Whether the bit of this letter is 1. */
    public boolean flag(char letter) {
        return get(letter) != 0;
    }

    /** {@code InITBlock()}. @arm A7.3.3 */
    public boolean inItBlock() {
        return (itState & 0b1111) != 0;
    }

    /** {@code LastInITBlock()}. @arm A7.3.3 */
    public boolean lastInItBlock() {
        return (itState & 0b1111) == 0b1000;
    }

    /** The instruction is UNPREDICTABLE, and taken as UNDEFINED. */
    public void unpredictable(String why) {
        if (reason == null || executed) {
            reason = why;
        }
        executed = false;
    }

    /** The instruction is UNPREDICTABLE, and does what it says nevertheless. */
    public void unpredictableButExecuted(String why) {
        if (reason == null) {
            reason = why;
        }
    }

    /** {@code if Rx IN {13,15} then UNPREDICTABLE} for the registers of these letters. */
    public void unpredictableIfSpOrPc(char... letters) {
        for (char letter : letters) {
            int register = get(letter);
            if (register == CortexM.SP || register == CortexM.PC) {
                unpredictable((register == CortexM.SP ? "SP" : "PC") + " as an operand that must not be it");
            }
        }
    }

    /** {@code if Rx == 13 then UNPREDICTABLE}. */
    public void unpredictableIfSp(char letter) {
        if (get(letter) == CortexM.SP) {
            unpredictable("SP as an operand that must not be it");
        }
    }

    /** {@code if Rx == 15 then UNPREDICTABLE}. */
    public void unpredictableIfPc(char letter) {
        if (get(letter) == CortexM.PC) {
            unpredictable("PC as an operand that must not be it");
        }
    }

    /** {@code if InITBlock() then UNPREDICTABLE}. */
    public void unpredictableInItBlock() {
        if (inItBlock()) {
            unpredictable("in an IT block");
        }
    }

    /** {@code if InITBlock() && !LastInITBlock() then UNPREDICTABLE}: for all that may branch. */
    public void unpredictableBeforeEndOfItBlock() {
        if (inItBlock() && !lastInItBlock()) {
            unpredictable("a branch in an IT block before its end");
        }
    }

    /** The same for an instruction that branches if this register is the PC. */
    public void unpredictableIfPcBeforeEndOfItBlock(int register) {
        if (register == CortexM.PC) {
            unpredictableBeforeEndOfItBlock();
        }
    }

    /** What the fields decode to if they have no meaning. */
    public Undefined undefined() {
        return new Undefined(instruction, encoding.sizeInBytes());
    }

    ThumbInstruction withNote(ThumbInstruction decoded) {
        return reason == null || decoded instanceof Undefined ? decoded : new Unpredictable(decoded, reason, executed);
    }
}
