package ringside.cpu.x86.insn.arithmetic;

import java.util.List;
import ringside.cpu.x86.Effects;
import ringside.cpu.x86.OperandSize;
import ringside.cpu.x86.X86Alu;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Instruction;
import ringside.cpu.x86.form.Fields;
import ringside.cpu.x86.form.Form;
import ringside.cpu.x86.operand.Operand;

/** CMP: sets the flags as {@code SRC1 - SRC2} would. @sdm Vol.2A "CMP" */
record Cmp(Operand first, Operand second, OperandSize size) implements X86Instruction {
    static final List<Form> FORMS = Form.table(Cmp::from, """
            3C ib          CMP AL, imm8
            3D iw|id       CMP AX|EAX|RAX, imm16|32
            80 /7 ib       CMP r/m8, imm8
            81 /7 iw|id    CMP r/m16|32|64, imm16|32
            82 /7 ib       CMP r/m8, imm8               N64
            83 /7 ib       CMP r/m16|32|64, imm8sx
            38 /r          CMP r/m8, r8
            39 /r          CMP r/m16|32|64, r16|32|64
            3A /r          CMP r8, r/m8
            3B /r          CMP r16|32|64, r/m16|32|64
            """);
    private static final Effects EFFECTS = Effects.sets("OF SF ZF AF CF PF");

    static Cmp from(Fields f) {
        return new Cmp(f.operand(0), f.operand(1), f.size());
    }

    @Override
    public Effects effects() {
        return EFFECTS;
    }

    @Override
    public void execute(X86Core cpu) {
        cpu.setStatusFlags(
                X86Alu.subtract(size, first.read(cpu), second.read(cpu), false).flags());
    }
}
