package ringside.cpu.x86.insn.arithmetic;

import java.util.List;
import ringside.cpu.x86.AluResult;
import ringside.cpu.x86.Effects;
import ringside.cpu.x86.OperandSize;
import ringside.cpu.x86.Rflags;
import ringside.cpu.x86.X86Alu;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Instruction;
import ringside.cpu.x86.form.Form;

/**
 * AAA: makes the sum of two unpacked BCD digits in AL one digit, and counts a carry in AH.
 *
 * <p>OF, SF, ZF and PF, which the manual leaves undefined, are those of the addition to AX (0106H or nothing) before AL
 * loses its upper half, as on AMD processors. @sdm Vol.2A "AAA"
 */
record Aaa() implements X86Instruction {
    static final List<Form> FORMS = Form.table(f -> new Aaa(), """
            37    AAA    N64
            """);
    static final Effects EFFECTS = Effects.reads("AF").writes("AF CF").undefined("OF SF ZF PF");

    @Override
    public Effects effects() {
        return EFFECTS;
    }

    @Override
    public void execute(X86Core cpu) {
        long ax = cpu.gpr(X86Core.RAX) & 0xFFFF;
        boolean adjust = (ax & 0xF) > 9 || cpu.flag(Rflags.AF);
        AluResult sum = X86Alu.add(OperandSize.WORD, ax, adjust ? 0x106 : 0, false);
        int carries = Rflags.AF | Rflags.CF;
        cpu.setStatusFlags(sum.flags() & ~carries | (adjust ? carries : 0));
        Accumulator.writeRegister(cpu, OperandSize.WORD, X86Core.RAX, sum.value() & 0xFF0F);
    }
}
