package ringside.cpu.x86.insn.string;

import java.util.List;
import ringside.cpu.x86.AluResult;
import ringside.cpu.x86.Effects;
import ringside.cpu.x86.X86Alu;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Instruction;
import ringside.cpu.x86.form.Fields;
import ringside.cpu.x86.form.Form;
import ringside.cpu.x86.operand.Operand;

/** SCAS: the flags of {@code accumulator - ES:[rDI]}. @sdm Vol.2B "SCAS/SCASB/SCASW/SCASD" */
record Scas(Operand accumulator, Operand second, StringStep step) implements X86Instruction {
    static final List<Form> FORMS = Form.table(Scas::from, """
            AE    SCAS AL, m8(rDI)                        REP
            AF    SCAS AX|EAX|RAX, m16|32|64(rDI)         REP
            """);
    private static final Effects EFFECTS = Effects.reads("DF").writes("CF OF SF ZF AF PF");

    static Scas from(Fields f) {
        return new Scas(f.operand(0), f.operand(1), StringStep.from(f, f.size()));
    }

    @Override
    public Effects effects() {
        return EFFECTS;
    }

    @Override
    public void execute(X86Core cpu) {
        if (step.begins(cpu)) {
            AluResult difference = X86Alu.subtract(step.size(), accumulator.read(cpu), second.read(cpu), false);
            cpu.setStatusFlags(difference.flags());
            step.advance(cpu, X86Core.RDI);
            step.endComparison(cpu);
        }
    }
}
