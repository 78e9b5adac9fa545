package ringside.cpu.x86.insn.arithmetic;

import java.util.List;
import ringside.cpu.x86.AluResult;
import ringside.cpu.x86.Effects;
import ringside.cpu.x86.OperandSize;
import ringside.cpu.x86.Rflags;
import ringside.cpu.x86.X86Alu;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Instruction;
import ringside.cpu.x86.form.Fields;
import ringside.cpu.x86.form.Form;
import ringside.cpu.x86.operand.Operand;

/** SBB: {@code DEST = DEST - (SRC + CF)}. @sdm Vol.2B "SBB" */
record Sbb(Operand destination, Operand source, OperandSize size) implements X86Instruction {
    static final List<Form> FORMS = Form.table(Sbb::from, """
            1C ib          SBB AL, imm8
            1D iw|id       SBB AX|EAX|RAX, imm16|32
            80 /3 ib       SBB r/m8, imm8               LOCK
            81 /3 iw|id    SBB r/m16|32|64, imm16|32    LOCK
            82 /3 ib       SBB r/m8, imm8               N64 LOCK
            83 /3 ib       SBB r/m16|32|64, imm8sx      LOCK
            18 /r          SBB r/m8, r8                 LOCK
            19 /r          SBB r/m16|32|64, r16|32|64   LOCK
            1A /r          SBB r8, r/m8
            1B /r          SBB r16|32|64, r/m16|32|64
            """);
    private static final Effects EFFECTS = Effects.reads("CF").writes("OF SF ZF AF CF PF");

    static Sbb from(Fields f) {
        return new Sbb(f.operand(0), f.operand(1), f.size());
    }

    @Override
    public Effects effects() {
        return EFFECTS;
    }

    @Override
    public void execute(X86Core cpu) {
        AluResult difference =
                X86Alu.subtract(size, destination.readForWrite(cpu), source.read(cpu), cpu.flag(Rflags.CF));
        destination.write(cpu, difference.value());
        cpu.setStatusFlags(difference.flags());
    }
}
