package ringside.cpu.x86.insn.far;

import java.util.List;
import ringside.cpu.x86.OperandSize;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Instruction;
import ringside.cpu.x86.form.Fields;
import ringside.cpu.x86.form.Form;
import ringside.cpu.x86.segment.FarReturn;

/** RET to another code segment. @sdm Vol.2B "RET" */
record RetFar(OperandSize size, int released) implements X86Instruction {
    static final List<Form> FORMS = Form.table(RetFar::from, """
            CB             RETF
            CA iw          RETF imm16
            """);

    static RetFar from(Fields f) {
        return new RetFar(f.operandSize(), f.operands().isEmpty() ? 0 : (int) f.immediate(0) & 0xFFFF);
    }

    @Override
    public void execute(X86Core cpu) {
        FarReturn.execute(cpu, size, released);
    }
}
