package ringside.cpu.x86.insn.string;

import java.util.List;
import ringside.cpu.x86.Effects;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Instruction;
import ringside.cpu.x86.form.Fields;
import ringside.cpu.x86.form.Form;
import ringside.cpu.x86.operand.Operand;

/** MOVS: {@code ES:[rDI] = DS:[rSI]}. @sdm Vol.2B "MOVS/MOVSB/MOVSW/MOVSD/MOVSQ" */
record Movs(Operand destination, Operand source, StringStep step) implements X86Instruction {
    static final List<Form> FORMS = Form.table(Movs::from, """
            A4    MOVS m8(rDI), m8(rSI)                  REP
            A5    MOVS m16|32|64(rDI), m16|32|64(rSI)    REP
            """);
    private static final Effects EFFECTS = Effects.reads("DF");

    static Movs from(Fields f) {
        return new Movs(f.operand(0), f.operand(1), StringStep.from(f, f.size()));
    }

    @Override
    public Effects effects() {
        return EFFECTS;
    }

    @Override
    public void execute(X86Core cpu) {
        if (step.begins(cpu)) {
            destination.write(cpu, source.read(cpu));
            step.advance(cpu, X86Core.RSI);
            step.advance(cpu, X86Core.RDI);
            step.end(cpu);
        }
    }
}
