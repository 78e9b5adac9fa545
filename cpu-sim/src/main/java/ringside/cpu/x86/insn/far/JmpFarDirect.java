package ringside.cpu.x86.insn.far;

import java.util.List;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Instruction;
import ringside.cpu.x86.form.Fields;
import ringside.cpu.x86.form.Form;
import ringside.cpu.x86.operand.FarPointer;
import ringside.cpu.x86.segment.FarTransfer;

/** JMP to a selector and an offset in the instruction. @sdm Vol.2A "JMP" */
record JmpFarDirect(int selector, long offset) implements X86Instruction {
    static final List<Form> FORMS = Form.table(JmpFarDirect::from, """
            EA cd|cp       JMP ptr16:16|32              N64
            """);

    static JmpFarDirect from(Fields f) {
        FarPointer target = (FarPointer) f.operand(0);
        return new JmpFarDirect(target.selector(), target.offset());
    }

    @Override
    public void execute(X86Core cpu) {
        FarTransfer.jump(cpu, selector, offset);
    }
}
