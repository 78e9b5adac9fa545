package ringside.cpu.x86.insn.arithmetic;

import java.util.List;
import ringside.cpu.x86.AluResult;
import ringside.cpu.x86.Effects;
import ringside.cpu.x86.OperandSize;
import ringside.cpu.x86.Rflags;
import ringside.cpu.x86.X86Alu;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Instruction;
import ringside.cpu.x86.form.Fields;
import ringside.cpu.x86.form.Form;
import ringside.cpu.x86.operand.Operand;

/** ADCX: {@code DEST = DEST + SRC + CF}, changing no flag but CF. @sdm Vol.2A "ADCX" */
record Adcx(Operand destination, Operand source, OperandSize size) implements X86Instruction {
    static final List<Form> FORMS = Form.table(Adcx::from, """
            66 0F 38 F6 /r    ADCX r32|64, r/m32|64
            """);
    private static final Effects EFFECTS = Effects.reads("CF").writes("CF");

    static Adcx from(Fields f) {
        return new Adcx(f.operand(0), f.operand(1), f.size());
    }

    @Override
    public Effects effects() {
        return EFFECTS;
    }

    @Override
    public void execute(X86Core cpu) {
        AluResult sum = X86Alu.add(size, destination.read(cpu), source.read(cpu), cpu.flag(Rflags.CF));
        cpu.setStatusFlags(Rflags.CF, sum.flags());
        destination.write(cpu, sum.value());
    }
}
