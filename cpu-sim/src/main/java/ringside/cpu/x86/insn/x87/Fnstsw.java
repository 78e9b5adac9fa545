package ringside.cpu.x86.insn.x87;

import java.util.List;
import ringside.cpu.x86.FloatingUnits;
import ringside.cpu.x86.OperandSize;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Instruction;
import ringside.cpu.x86.form.Fields;
import ringside.cpu.x86.form.Form;
import ringside.cpu.x86.operand.Address;

/** FNSTSW. @sdm Vol.2A "FSTSW/FNSTSW" */
record Fnstsw(Address destination) implements X86Instruction {
    static final List<Form> FORMS = Form.table(Fnstsw::from, """
            DD /7    FNSTSW m2byte
            """);

    static Fnstsw from(Fields f) {
        return new Fnstsw(f.address(0));
    }

    @Override
    public void execute(X86Core cpu) {
        FloatingUnits.requireX87(cpu);
        cpu.store(
                OperandSize.WORD,
                destination.segment(),
                destination.offset(cpu),
                cpu.x87().status());
    }
}
