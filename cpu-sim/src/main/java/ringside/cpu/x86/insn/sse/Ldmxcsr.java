package ringside.cpu.x86.insn.sse;

import java.util.List;
import ringside.cpu.x86.FloatingUnits;
import ringside.cpu.x86.SseRegisters;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Fault;
import ringside.cpu.x86.X86Instruction;
import ringside.cpu.x86.form.Fields;
import ringside.cpu.x86.form.Form;
import ringside.cpu.x86.operand.Operand;

/** LDMXCSR. @sdm Vol.2A "LDMXCSR" */
record Ldmxcsr(Operand source) implements X86Instruction {
    static final List<Form> FORMS = Form.table(Ldmxcsr::from, """
            NP 0F AE /2    LDMXCSR m32
            """);

    static Ldmxcsr from(Fields f) {
        return new Ldmxcsr(f.operand(0));
    }

    @Override
    public void execute(X86Core cpu) {
        FloatingUnits.requireSse(cpu);
        int value = (int) source.read(cpu);
        if ((value & ~SseRegisters.MXCSR_MASK) != 0) {
            throw X86Fault.generalProtection(0);
        }
        cpu.sse().setMxcsr(value);
    }
}
