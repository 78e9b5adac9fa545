package ringside.cpu.x86.insn.data;

import java.util.List;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Instruction;
import ringside.cpu.x86.form.Fields;
import ringside.cpu.x86.form.Form;
import ringside.cpu.x86.operand.Operand;

/** MOV between general registers, memory and immediates: {@code DEST = SRC}. @sdm Vol.2B "MOV" */
record Mov(Operand destination, Operand source) implements X86Instruction {
    static final List<Form> FORMS = Form.table(Mov::from, """
            88 /r             MOV r/m8, r8
            89 /r             MOV r/m16|32|64, r16|32|64
            8A /r             MOV r8, r/m8
            8B /r             MOV r16|32|64, r/m16|32|64
            A0 mo             MOV AL, moffs8
            A1 mo             MOV AX|EAX|RAX, moffs16|32|64
            A2 mo             MOV moffs8, AL
            A3 mo             MOV moffs16|32|64, AX|EAX|RAX
            B0+r ib           MOV r8, imm8
            B8+r iw|id|io     MOV r16|32|64, imm16|32|64
            C6 /0 ib          MOV r/m8, imm8
            C7 /0 iw|id       MOV r/m16|32|64, imm16|32
            """);

    static Mov from(Fields f) {
        return new Mov(f.operand(0), f.operand(1));
    }

    @Override
    public void execute(X86Core cpu) {
        destination.write(cpu, source.read(cpu));
    }
}
