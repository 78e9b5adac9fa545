package ringside.cpu.x86.insn.data;

import java.util.List;
import ringside.cpu.x86.OperandSize;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Instruction;
import ringside.cpu.x86.form.Fields;
import ringside.cpu.x86.form.Form;
import ringside.cpu.x86.operand.Operand;

/** PUSH of a general register, an immediate or memory. What is pushed is read before rSP changes. @sdm Vol.2B "PUSH" */
record Push(Operand source, OperandSize size) implements X86Instruction {
    static final List<Form> FORMS = Form.table(Push::from, """
            50+r        PUSH r16|32|64      D64
            68 iw|id    PUSH imm16|32       D64
            6A ib       PUSH imm8sx         D64
            FF /6       PUSH r/m16|32|64    D64
            """);

    static Push from(Fields f) {
        return new Push(f.operand(0), f.operandSize());
    }

    @Override
    public void execute(X86Core cpu) {
        cpu.push(size, source.read(cpu));
    }
}
