package ringside.cpu.armv7m.insn;

import ringside.cpu.armv7m.CortexM;
import ringside.cpu.armv7m.ThumbInstruction;

/**
 * The fields of one instruction being decoded, the IT block it stands in, and what is UNPREDICTABLE about it.
 *
 * <p>Our choices for UNPREDICTABLE, all of them noted in the disassembly. Taken as UNDEFINED, so that the mistake is
 * seen: the PC as a destination that must not be it, fields that contradict each other, bits that should
 * be 0 or 1 and are not, empty lists of registers, and what must not stand in an IT block or in its middle. Executed as
 * written, since processors and emulators agree to: SP as an operand that must not be it, the PC read as one (the
 * address plus 4), a base that is written back and also loaded or stored, redundant fields.
 */
public final class Fields {
    private static final String SP_OPERAND = "SP as an operand that must not be it";
    private static final String PC_OPERAND = "PC as an operand that must not be it";

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
            unpredictableIfSp(letter);
            unpredictableIfPc(letter);
        }
    }

    /** {@code if Rx == 13 then UNPREDICTABLE}. */
    public void unpredictableIfSp(char letter) {
        if (get(letter) == CortexM.SP) {
            unpredictableButExecuted(SP_OPERAND);
        }
    }

    /** {@code if Rx == 15 then UNPREDICTABLE}: executed if the register is only read, which letters n, m, a are. */
    public void unpredictableIfPc(char letter) {
        if (get(letter) == CortexM.PC) {
            if (letter == 'n' || letter == 'm' || letter == 'a') {
                unpredictableButExecuted(PC_OPERAND);
            } else {
                unpredictable(PC_OPERAND);
            }
        }
    }

    /** The same as unpredictableIfSpOrPc, but taken as UNDEFINED in all cases: exclusive and multiple accesses. */
    public void mustNotBeSpOrPc(char... letters) {
        for (char letter : letters) {
            if (get(letter) == CortexM.SP) {
                unpredictable(SP_OPERAND);
            }
            mustNotBePc(letter);
        }
    }

    /** {@code if Rx == 15 then UNPREDICTABLE}, taken as UNDEFINED also if the register is only read. */
    public void mustNotBePc(char letter) {
        if (get(letter) == CortexM.PC) {
            unpredictable(PC_OPERAND);
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
