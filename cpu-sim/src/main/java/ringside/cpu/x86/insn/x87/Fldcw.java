package ringside.cpu.x86.insn.x87;

import java.util.List;
import ringside.cpu.x86.FloatingUnits;
import ringside.cpu.x86.OperandSize;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Instruction;
import ringside.cpu.x86.form.Fields;
import ringside.cpu.x86.form.Form;
import ringside.cpu.x86.operand.Address;

/** FLDCW: an exception that the new word does not mask becomes pending. @sdm Vol.2A "FLDCW" */
record Fldcw(Address source) implements X86Instruction {
    static final List<Form> FORMS = Form.table(Fldcw::from, """
            D9 /5    FLDCW m2byte
            """);

    static Fldcw from(Fields f) {
        return new Fldcw(f.address(0));
    }

    @Override
    public void execute(X86Core cpu) {
        FloatingUnits.requireX87(cpu);
        FloatingUnits.deliverPending(cpu);
        int value = (int) cpu.load(OperandSize.WORD, source.segment(), source.offset(cpu));
        cpu.x87().setControl(X87Control.defined(value));
        X87Stack.updateSummary(cpu);
    }
}
