package ringside.cpu.x86.insn.arithmetic;

import java.util.List;
import ringside.cpu.x86.AluResult;
import ringside.cpu.x86.Effects;
import ringside.cpu.x86.OperandSize;
import ringside.cpu.x86.X86Alu;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Instruction;
import ringside.cpu.x86.form.Fields;
import ringside.cpu.x86.form.Form;

/**
 * AAD: joins two unpacked digits in AH and AL, of base ten or another, into one number in AL.
 *
 * <p>OF, AF and CF, which the manual leaves undefined, are those of the addition of bytes, as on AMD processors.
 * @sdm Vol.2A "AAD"
 */
record Aad(int base) implements X86Instruction {
    static final List<Form> FORMS = Form.table(Aad::from, """
            D5 ib    AAD imm8    N64
            """);
    private static final Effects EFFECTS = Effects.sets("SF ZF PF").undefined("OF AF CF");

    static Aad from(Fields f) {
        return new Aad((int) f.immediate(0));
    }

    @Override
    public Effects effects() {
        return EFFECTS;
    }

    @Override
    public void execute(X86Core cpu) {
        long low = Accumulator.low(cpu, OperandSize.BYTE);
        long high = Accumulator.high(cpu, OperandSize.BYTE) * base & 0xFF;
        AluResult sum = X86Alu.add(OperandSize.BYTE, low, high, false);
        cpu.setStatusFlags(sum.flags());
        Accumulator.write(cpu, OperandSize.BYTE, 0, sum.value());
    }
}
