package ringside.cpu.x86.insn.x87;

import java.util.List;
import ringside.cpu.x86.FloatingUnits;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Instruction;
import ringside.cpu.x86.form.Fields;
import ringside.cpu.x86.form.Form;
import ringside.cpu.x86.operand.Operand;

/** FNSTSW AX. @sdm Vol.2A "FSTSW/FNSTSW" */
record FnstswRegister(Operand destination) implements X86Instruction {
    static final List<Form> FORMS = Form.table(FnstswRegister::from, """
            DF E0    FNSTSW AX
            """);

    static FnstswRegister from(Fields f) {
        return new FnstswRegister(f.operand(0));
    }

    @Override
    public void execute(X86Core cpu) {
        FloatingUnits.requireX87(cpu);
        destination.write(cpu, cpu.x87().status());
    }
}
