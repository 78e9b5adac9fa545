package ringside.cpu.x86.insn.control;

import java.util.List;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Fault;
import ringside.cpu.x86.X86Instruction;
import ringside.cpu.x86.form.Form;

/** UD0, UD1 and UD2: raise #UD, now and in all processors to come. @sdm Vol.2B "UD" */
record Ud() implements X86Instruction {
    static final List<Form> FORMS = Form.table(f -> new Ud(), """
            0F FF /r    UD0 r16|32|64, r/m16|32|64
            0F B9 /r    UD1 r16|32|64, r/m16|32|64
            0F 0B       UD2
            """);

    @Override
    public void execute(X86Core cpu) {
        throw X86Fault.undefinedOpcode();
    }
}
