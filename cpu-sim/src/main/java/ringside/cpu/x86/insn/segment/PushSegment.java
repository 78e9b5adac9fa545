package ringside.cpu.x86.insn.segment;

import java.util.List;
import ringside.cpu.x86.OperandSize;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Instruction;
import ringside.cpu.x86.form.Fields;
import ringside.cpu.x86.form.Form;

/** PUSH of a segment register, zero-extended to the operand size. @sdm Vol.2B "PUSH" */
record PushSegment(int segment, OperandSize size) implements X86Instruction {
    static final List<Form> FORMS = Form.table(PushSegment::from, """
            06             PUSH ES                      N64
            0E             PUSH CS                      N64
            16             PUSH SS                      N64
            1E             PUSH DS                      N64
            0F A0          PUSH FS                      D64
            0F A8          PUSH GS                      D64
            """);

    static PushSegment from(Fields f) {
        return new PushSegment(f.register(0), f.operandSize());
    }

    @Override
    public void execute(X86Core cpu) {
        cpu.push(size, cpu.segment(segment).selector());
    }
}
