package ringside.cpu.x86.insn.x87;

import java.util.List;
import ringside.cpu.x86.FloatingUnits;
import ringside.cpu.x86.SystemRegisters;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Fault;
import ringside.cpu.x86.X86Instruction;
import ringside.cpu.x86.form.Form;

/** FWAIT: delivers an exception that waits. @sdm Vol.2C "WAIT/FWAIT" */
record Fwait() implements X86Instruction {
    static final List<Form> FORMS = Form.table(f -> new Fwait(), """
            9B    FWAIT
            """);

    @Override
    public void execute(X86Core cpu) {
        long both = SystemRegisters.CR0_MP | SystemRegisters.CR0_TS;
        if ((cpu.system().cr0 & both) == both) {
            throw X86Fault.of(X86Fault.NM);
        }
        FloatingUnits.deliverPending(cpu);
    }
}
