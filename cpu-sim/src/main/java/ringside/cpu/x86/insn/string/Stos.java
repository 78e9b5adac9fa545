package ringside.cpu.x86.insn.string;

import java.util.List;
import ringside.cpu.x86.Effects;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Instruction;
import ringside.cpu.x86.form.Fields;
import ringside.cpu.x86.form.Form;
import ringside.cpu.x86.operand.Operand;

/** STOS: {@code ES:[rDI] = accumulator}. @sdm Vol.2B "STOS/STOSB/STOSW/STOSD/STOSQ" */
record Stos(Operand destination, Operand accumulator, StringStep step) implements X86Instruction {
    static final List<Form> FORMS = Form.table(Stos::from, """
            AA    STOS m8(rDI), AL                        REP
            AB    STOS m16|32|64(rDI), AX|EAX|RAX         REP
            """);
    private static final Effects EFFECTS = Effects.reads("DF");

    static Stos from(Fields f) {
        return new Stos(f.operand(0), f.operand(1), StringStep.from(f, f.size()));
    }

    @Override
    public Effects effects() {
        return EFFECTS;
    }

    @Override
    public void execute(X86Core cpu) {
        if (step.begins(cpu)) {
            destination.write(cpu, accumulator.read(cpu));
            step.advance(cpu, X86Core.RDI);
            step.end(cpu);
        }
    }
}
