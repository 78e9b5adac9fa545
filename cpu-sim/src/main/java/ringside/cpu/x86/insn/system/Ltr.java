package ringside.cpu.x86.insn.system;

import java.util.List;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Instruction;
import ringside.cpu.x86.form.Form;
import ringside.cpu.x86.operand.Operand;
import ringside.cpu.x86.segment.Selector;
import ringside.cpu.x86.segment.SystemSegments;

/** LTR: loads TR from a descriptor of the GDT, whose TSS becomes busy. @sdm Vol.2A "LTR" */
record Ltr(Operand source) implements X86Instruction {
    static final List<Form> FORMS = Form.table(f -> new Ltr(f.operand(0)), """
            0F 00 /3       LTR r/m16                    PROT
            """);

    @Override
    public void execute(X86Core cpu) {
        Ring.requireInnermost(cpu);
        SystemSegments.loadTask(cpu, new Selector((int) source.read(cpu)));
    }
}
