package ringside.cpu.x86.insn.far;

import java.util.List;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Instruction;
import ringside.cpu.x86.form.Fields;
import ringside.cpu.x86.form.Form;
import ringside.cpu.x86.segment.FarTransfer;

/** JMP to a selector and an offset in memory. @sdm Vol.2A "JMP" */
record JmpFarIndirect(FarMemory target) implements X86Instruction {
    static final List<Form> FORMS = Form.table(JmpFarIndirect::from, """
            FF /5          JMP m16:16|32|64
            """);

    static JmpFarIndirect from(Fields f) {
        return new JmpFarIndirect(FarMemory.of(f.address(0), f.operandSize()));
    }

    @Override
    public void execute(X86Core cpu) {
        FarTransfer.jump(cpu, target.selector(cpu), target.offset(cpu));
    }
}
