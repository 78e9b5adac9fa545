package ringside.cpu.x86.insn.far;

import java.util.List;
import ringside.cpu.x86.OperandSize;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Instruction;
import ringside.cpu.x86.form.Fields;
import ringside.cpu.x86.form.Form;
import ringside.cpu.x86.operand.FarPointer;
import ringside.cpu.x86.segment.FarTransfer;

/** CALL of a selector and an offset in the instruction. @sdm Vol.2A "CALL" */
record CallFarDirect(int selector, long offset, OperandSize size) implements X86Instruction {
    static final List<Form> FORMS = Form.table(CallFarDirect::from, """
            9A cd|cp       CALL ptr16:16|32             N64
            """);

    static CallFarDirect from(Fields f) {
        FarPointer target = (FarPointer) f.operand(0);
        return new CallFarDirect(target.selector(), target.offset(), f.operandSize());
    }

    @Override
    public void execute(X86Core cpu) {
        FarTransfer.call(cpu, selector, offset, size);
    }
}
