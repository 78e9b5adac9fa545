package ringside.cpu.x86.insn.arithmetic;

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

/** SUB: {@code DEST = DEST - SRC}. @sdm Vol.2B "SUB" */
record Sub(Operand destination, Operand source, OperandSize size) implements X86Instruction {
    static final List<Form> FORMS = Form.table(Sub::from, """
            2C ib          SUB AL, imm8
            2D iw|id       SUB AX|EAX|RAX, imm16|32
            80 /5 ib       SUB r/m8, imm8               LOCK
            81 /5 iw|id    SUB r/m16|32|64, imm16|32    LOCK
            82 /5 ib       SUB r/m8, imm8               N64 LOCK
            83 /5 ib       SUB r/m16|32|64, imm8sx      LOCK
            28 /r          SUB r/m8, r8                 LOCK
            29 /r          SUB r/m16|32|64, r16|32|64   LOCK
            2A /r          SUB r8, r/m8
            2B /r          SUB r16|32|64, r/m16|32|64
            """);
    private static final Effects EFFECTS = Effects.sets("OF SF ZF AF CF PF");

    static Sub from(Fields f) {
        return new Sub(f.operand(0), f.operand(1), f.size());
    }

    @Override
    public Effects effects() {
        return EFFECTS;
    }

    @Override
    public void execute(X86Core cpu) {
        AluResult difference = X86Alu.subtract(size, destination.readForWrite(cpu), source.read(cpu), false);
        destination.write(cpu, difference.value());
        cpu.setStatusFlags(difference.flags());
    }
}
