package ringside.cpu.x86.insn.arithmetic;

import java.util.List;
import ringside.cpu.x86.Effects;
import ringside.cpu.x86.OperandSize;
import ringside.cpu.x86.Rflags;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Instruction;
import ringside.cpu.x86.form.Form;

/**
 * DAA: makes the sum of two packed BCD numbers in AL packed BCD again.
 *
 * <p>OF, which the manual leaves undefined, is set if the sign of AL changes from 0 to 1, as on AMD processors.
 * @sdm Vol.2A "DAA"
 */
record Daa() implements X86Instruction {
    static final List<Form> FORMS = Form.table(f -> new Daa(), """
            27    DAA    N64
            """);
    private static final Effects EFFECTS =
            Effects.reads("AF CF").writes("SF ZF AF CF PF").undefined("OF");

    @Override
    public Effects effects() {
        return EFFECTS;
    }

    @Override
    public void execute(X86Core cpu) {
        long before = cpu.gpr(X86Core.RAX) & 0xFF;
        boolean adjust = (before & 0xF) > 9 || cpu.flag(Rflags.AF);
        boolean carry = before > 0x99 || cpu.flag(Rflags.CF);
        long after = before + (adjust ? 6 : 0) + (carry ? 0x60 : 0) & 0xFF;
        boolean overflow = (~before & after & 0x80) != 0;
        cpu.setStatusFlags(Rflags.signZeroParity(OperandSize.BYTE, after)
                | (adjust ? Rflags.AF : 0)
                | (carry ? Rflags.CF : 0)
                | (overflow ? Rflags.OF : 0));
        Accumulator.writeRegister(cpu, OperandSize.BYTE, X86Core.RAX, after);
    }
}
