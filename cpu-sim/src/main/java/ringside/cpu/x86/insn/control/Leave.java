package ringside.cpu.x86.insn.control;

import java.util.List;
import ringside.cpu.x86.OperandSize;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Instruction;
import ringside.cpu.x86.form.Form;

/** LEAVE: {@code rSP = rBP}, then pops rBP. @sdm Vol.2A "LEAVE" */
record Leave(OperandSize size) implements X86Instruction {
    static final List<Form> FORMS = Form.table(f -> new Leave(f.operandSize()), """
            C9    LEAVE    D64
            """);

    @Override
    public void execute(X86Core cpu) {
        long frame = cpu.gpr(X86Core.RBP);
        long old = cpu.load(size, X86Core.SS, frame & cpu.stackAddressSize().mask());
        cpu.setStackPointer(frame + size.bytes());
        cpu.setGpr(X86Core.RBP, size == OperandSize.WORD ? frame & ~0xFFFFL | old : old);
    }
}
