package ringside.cpu.x86.insn.x87;

import java.util.List;
import ringside.cpu.x86.FloatingUnits;
import ringside.cpu.x86.OperandSize;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Instruction;
import ringside.cpu.x86.form.Fields;
import ringside.cpu.x86.form.Form;
import ringside.cpu.x86.operand.Address;

/** FNSTCW. @sdm Vol.2A "FSTCW/FNSTCW" */
record Fnstcw(Address destination) implements X86Instruction {
    static final List<Form> FORMS = Form.table(Fnstcw::from, """
            D9 /7    FNSTCW m2byte
            """);

    static Fnstcw from(Fields f) {
        return new Fnstcw(f.address(0));
    }

    @Override
    public void execute(X86Core cpu) {
        FloatingUnits.requireX87(cpu);
        cpu.store(
                OperandSize.WORD,
                destination.segment(),
                destination.offset(cpu),
                cpu.x87().control());
    }
}
