package ringside.cpu.x86.insn.x87;

import java.util.List;
import ringside.cpu.x86.FloatingUnits;
import ringside.cpu.x86.MemoryAccess;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Instruction;
import ringside.cpu.x86.form.Fields;
import ringside.cpu.x86.form.Form;
import ringside.cpu.x86.operand.Address;

/** FNSTENV: stores the environment, then masks all exceptions. @sdm Vol.2A "FSTENV/FNSTENV" */
record Fnstenv(X87Environment environment, Address destination) implements X86Instruction {
    static final List<Form> FORMS = Form.table(Fnstenv::from, """
            D9 /6    FNSTENV m14/28byte
            """);

    static Fnstenv from(Fields f) {
        return new Fnstenv(X87Environment.of(f), f.address(0));
    }

    @Override
    public void execute(X86Core cpu) {
        FloatingUnits.requireX87(cpu);
        environment.store(cpu, X87Memory.at(cpu, destination, environment.bytes(), MemoryAccess.WRITE));
        cpu.x87().setControl(cpu.x87().control() | X87Control.MASKS);
        X87Stack.updateSummary(cpu);
    }
}
