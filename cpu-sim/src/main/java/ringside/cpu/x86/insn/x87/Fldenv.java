package ringside.cpu.x86.insn.x87;

import java.util.List;
import ringside.cpu.x86.FloatingUnits;
import ringside.cpu.x86.MemoryAccess;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Instruction;
import ringside.cpu.x86.form.Fields;
import ringside.cpu.x86.form.Form;
import ringside.cpu.x86.operand.Address;

/** FLDENV. @sdm Vol.2A "FLDENV" */
record Fldenv(X87Environment environment, Address source) implements X86Instruction {
    static final List<Form> FORMS = Form.table(Fldenv::from, """
            D9 /4    FLDENV m14/28byte
            """);

    static Fldenv from(Fields f) {
        return new Fldenv(X87Environment.of(f), f.address(0));
    }

    @Override
    public void execute(X86Core cpu) {
        FloatingUnits.requireX87(cpu);
        FloatingUnits.deliverPending(cpu);
        environment.load(cpu, X87Memory.at(cpu, source, environment.bytes(), MemoryAccess.READ));
    }
}
