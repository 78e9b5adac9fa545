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

/** OR: {@code DEST = DEST OR SRC}. CF and OF are cleared; AF, which the manual leaves undefined, too. @sdm Vol.2B "OR" */
record Or(Operand destination, Operand source, OperandSize size) implements X86Instruction {
    static final List<Form> FORMS = Form.table(Or::from, """
            0C ib          OR AL, imm8
            0D iw|id       OR AX|EAX|RAX, imm16|32
            80 /1 ib       OR r/m8, imm8               LOCK
            81 /1 iw|id    OR r/m16|32|64, imm16|32    LOCK
            82 /1 ib       OR r/m8, imm8               N64 LOCK
            83 /1 ib       OR r/m16|32|64, imm8sx      LOCK
            08 /r          OR r/m8, r8                 LOCK
            09 /r          OR r/m16|32|64, r16|32|64   LOCK
            0A /r          OR r8, r/m8
            0B /r          OR r16|32|64, r/m16|32|64
            """);
    private static final Effects EFFECTS = Effects.sets("OF SF ZF CF PF").undefined("AF");

    static Or from(Fields f) {
        return new Or(f.operand(0), f.operand(1), f.size());
    }

    @Override
    public Effects effects() {
        return EFFECTS;
    }

    @Override
    public void execute(X86Core cpu) {
        AluResult result = X86Alu.logic(size, destination.readForWrite(cpu) | source.read(cpu));
        destination.write(cpu, result.value());
        cpu.setStatusFlags(result.flags());
    }
}
