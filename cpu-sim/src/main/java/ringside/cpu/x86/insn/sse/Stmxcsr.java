package ringside.cpu.x86.insn.sse;

import java.util.List;
import ringside.cpu.x86.FloatingUnits;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Instruction;
import ringside.cpu.x86.form.Fields;
import ringside.cpu.x86.form.Form;
import ringside.cpu.x86.operand.Operand;

/** STMXCSR. @sdm Vol.2B "STMXCSR" */
record Stmxcsr(Operand destination) implements X86Instruction {
    static final List<Form> FORMS = Form.table(Stmxcsr::from, """
            NP 0F AE /3    STMXCSR m32
            """);

    static Stmxcsr from(Fields f) {
        return new Stmxcsr(f.operand(0));
    }

    @Override
    public void execute(X86Core cpu) {
        FloatingUnits.requireSse(cpu);
        destination.write(cpu, cpu.sse().mxcsr());
    }
}
