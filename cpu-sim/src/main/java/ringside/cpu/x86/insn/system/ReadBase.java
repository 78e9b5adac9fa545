package ringside.cpu.x86.insn.system;

import java.util.List;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Instruction;
import ringside.cpu.x86.form.Fields;
import ringside.cpu.x86.form.Form;
import ringside.cpu.x86.operand.Operand;

/** RDFSBASE, RDGSBASE. @sdm Vol.2B "RDFSBASE/RDGSBASE" */
record ReadBase(Operand destination, int segment) implements X86Instruction {
    static final List<Form> FORMS = Form.table(ReadBase::from, """
            F3 0F AE /0    RDFSBASE r32|64              O64
            F3 0F AE /1    RDGSBASE r32|64              O64
            """);

    static ReadBase from(Fields f) {
        return new ReadBase(f.operand(0), f.form().mnemonic().equals("RDFSBASE") ? X86Core.FS : X86Core.GS);
    }

    @Override
    public void execute(X86Core cpu) {
        WriteBase.requireEnabled(cpu);
        destination.write(cpu, cpu.segment(segment).base());
    }
}
