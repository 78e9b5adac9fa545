package ringside.cpu.x86.insn.logic;

import java.util.List;
import ringside.cpu.x86.AluResult;
import ringside.cpu.x86.Effects;
import ringside.cpu.x86.OperandSize;
import ringside.cpu.x86.X86Alu;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Instruction;
import ringside.cpu.x86.form.Fields;
import ringside.cpu.x86.form.Form;
import ringside.cpu.x86.operand.Operand;

/** XOR: {@code DEST = DEST XOR SRC}. CF and OF are cleared; AF, which the manual leaves undefined, too. @sdm Vol.2D "XOR" */
record Xor(Operand destination, Operand source, OperandSize size) implements X86Instruction {
    static final List<Form> FORMS = Form.table(Xor::from, """
            34 ib          XOR AL, imm8
            35 iw|id       XOR AX|EAX|RAX, imm16|32
            80 /6 ib       XOR r/m8, imm8               LOCK
            81 /6 iw|id    XOR r/m16|32|64, imm16|32    LOCK
            82 /6 ib       XOR r/m8, imm8               N64 LOCK
            83 /6 ib       XOR r/m16|32|64, imm8sx      LOCK
            30 /r          XOR r/m8, r8                 LOCK
            31 /r          XOR r/m16|32|64, r16|32|64   LOCK
            32 /r          XOR r8, r/m8
            33 /r          XOR r16|32|64, r/m16|32|64
            """);
    private static final Effects EFFECTS = Effects.sets("OF SF ZF CF PF").undefined("AF");

    static Xor from(Fields f) {
        return new Xor(f.operand(0), f.operand(1), f.size());
    }

    @Override
    public Effects effects() {
        return EFFECTS;
    }

    @Override
    public void execute(X86Core cpu) {
        AluResult result = X86Alu.logic(size, destination.readForWrite(cpu) ^ source.read(cpu));
        destination.write(cpu, result.value());
        cpu.setStatusFlags(result.flags());
    }
}
