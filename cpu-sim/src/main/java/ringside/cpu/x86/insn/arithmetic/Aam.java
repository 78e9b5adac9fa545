package ringside.cpu.x86.insn.arithmetic;

import java.util.List;
import ringside.cpu.x86.Effects;
import ringside.cpu.x86.OperandSize;
import ringside.cpu.x86.Rflags;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Instruction;
import ringside.cpu.x86.form.Fields;
import ringside.cpu.x86.form.Form;

/**
 * AAM: splits AL into two unpacked digits, of base ten or another; base 0 raises #DE.
 *
 * <p>OF, AF and CF, which the manual leaves undefined, are 0, as on AMD processors. @sdm Vol.2A "AAM"
 */
record Aam(int base) implements X86Instruction {
    static final List<Form> FORMS = Form.table(Aam::from, """
            D4 ib    AAM imm8    N64
            """);
    private static final Effects EFFECTS = Effects.sets("SF ZF PF").undefined("OF AF CF");

    static Aam from(Fields f) {
        return new Aam((int) f.immediate(0));
    }

    @Override
    public Effects effects() {
        return EFFECTS;
    }

    @Override
    public void execute(X86Core cpu) {
        if (base == 0) {
            throw Division.error();
        }
        int al = (int) cpu.gpr(X86Core.RAX) & 0xFF;
        cpu.setStatusFlags(Rflags.signZeroParity(OperandSize.BYTE, al % base));
        Accumulator.write(cpu, OperandSize.BYTE, al / base, al % base);
    }
}
