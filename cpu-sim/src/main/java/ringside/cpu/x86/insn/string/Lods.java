package ringside.cpu.x86.insn.string;

import java.util.List;
import ringside.cpu.x86.Effects;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Instruction;
import ringside.cpu.x86.form.Fields;
import ringside.cpu.x86.form.Form;
import ringside.cpu.x86.operand.Operand;

/** LODS: {@code accumulator = DS:[rSI]}. @sdm Vol.2A "LODS/LODSB/LODSW/LODSD/LODSQ" */
record Lods(Operand accumulator, Operand source, StringStep step) implements X86Instruction {
    static final List<Form> FORMS = Form.table(Lods::from, """
            AC    LODS AL, m8(rSI)                        REP
            AD    LODS AX|EAX|RAX, m16|32|64(rSI)         REP
            """);
    private static final Effects EFFECTS = Effects.reads("DF");

    static Lods from(Fields f) {
        return new Lods(f.operand(0), f.operand(1), StringStep.from(f, f.size()));
    }

    @Override
    public Effects effects() {
        return EFFECTS;
    }

    @Override
    public void execute(X86Core cpu) {
        if (step.begins(cpu)) {
            accumulator.write(cpu, source.read(cpu));
            step.advance(cpu, X86Core.RSI);
            step.end(cpu);
        }
    }
}
