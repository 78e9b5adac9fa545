package ringside.cpu.x86.insn.far;

import java.util.List;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Instruction;
import ringside.cpu.x86.form.Fields;
import ringside.cpu.x86.form.Form;
import ringside.cpu.x86.segment.FarTransfer;

/** CALL of a selector and an offset in memory. @sdm Vol.2A "CALL" */
record CallFarIndirect(FarMemory target) implements X86Instruction {
    static final List<Form> FORMS = Form.table(CallFarIndirect::from, """
            FF /3          CALL m16:16|32|64
            """);

    static CallFarIndirect from(Fields f) {
        return new CallFarIndirect(FarMemory.of(f.address(0), f.operandSize()));
    }

    @Override
    public void execute(X86Core cpu) {
        FarTransfer.call(cpu, target.selector(cpu), target.offset(cpu), target.size());
    }
}
