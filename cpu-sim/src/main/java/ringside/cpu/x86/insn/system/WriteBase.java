package ringside.cpu.x86.insn.system;

import java.util.List;
import ringside.cpu.x86.SystemRegisters;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Fault;
import ringside.cpu.x86.X86Instruction;
import ringside.cpu.x86.form.Fields;
import ringside.cpu.x86.form.Form;
import ringside.cpu.x86.operand.Operand;
import ringside.cpu.x86.system.ModelSpecificRegisters;

/** WRFSBASE, WRGSBASE. @sdm Vol.2D "WRFSBASE/WRGSBASE" */
record WriteBase(Operand source, int segment) implements X86Instruction {
    static final List<Form> FORMS = Form.table(WriteBase::from, """
            F3 0F AE /2    WRFSBASE r32|64              O64
            F3 0F AE /3    WRGSBASE r32|64              O64
            """);

    static WriteBase from(Fields f) {
        return new WriteBase(f.operand(0), f.form().mnemonic().equals("WRFSBASE") ? X86Core.FS : X86Core.GS);
    }

    static void requireEnabled(X86Core cpu) {
        if ((cpu.system().cr4 & SystemRegisters.CR4_FSGSBASE) == 0) {
            throw X86Fault.undefinedOpcode();
        }
    }

    @Override
    public void execute(X86Core cpu) {
        requireEnabled(cpu);
        cpu.segment(segment).setBase(ModelSpecificRegisters.canonical(source.read(cpu)));
    }
}
