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

/** ADD: {@code DEST = DEST + SRC}. @sdm Vol.2A "ADD" */
record Add(Operand destination, Operand source, OperandSize size) implements X86Instruction {
    static final List<Form> FORMS = Form.table(Add::from, """
            04 ib          ADD AL, imm8
            05 iw|id       ADD AX|EAX|RAX, imm16|32
            80 /0 ib       ADD r/m8, imm8               LOCK
            81 /0 iw|id    ADD r/m16|32|64, imm16|32    LOCK
            82 /0 ib       ADD r/m8, imm8               N64 LOCK
            83 /0 ib       ADD r/m16|32|64, imm8sx      LOCK
            00 /r          ADD r/m8, r8                 LOCK
            01 /r          ADD r/m16|32|64, r16|32|64   LOCK
            02 /r          ADD r8, r/m8
            03 /r          ADD r16|32|64, r/m16|32|64
            """);
    private static final Effects EFFECTS = Effects.sets("OF SF ZF AF CF PF");

    static Add from(Fields f) {
        return new Add(f.operand(0), f.operand(1), f.size());
    }

    @Override
    public Effects effects() {
        return EFFECTS;
    }

    @Override
    public void execute(X86Core cpu) {
        AluResult sum = X86Alu.add(size, destination.readForWrite(cpu), source.read(cpu), false);
        destination.write(cpu, sum.value());
        cpu.setStatusFlags(sum.flags());
    }
}
