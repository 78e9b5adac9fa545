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

/** AND: {@code DEST = DEST AND SRC}. CF and OF are cleared; AF, which the manual leaves undefined, too. @sdm Vol.2A "AND" */
record And(Operand destination, Operand source, OperandSize size) implements X86Instruction {
    static final List<Form> FORMS = Form.table(And::from, """
            24 ib          AND AL, imm8
            25 iw|id       AND AX|EAX|RAX, imm16|32
            80 /4 ib       AND r/m8, imm8               LOCK
            81 /4 iw|id    AND r/m16|32|64, imm16|32    LOCK
            82 /4 ib       AND r/m8, imm8               N64 LOCK
            83 /4 ib       AND r/m16|32|64, imm8sx      LOCK
            20 /r          AND r/m8, r8                 LOCK
            21 /r          AND r/m16|32|64, r16|32|64   LOCK
            22 /r          AND r8, r/m8
            23 /r          AND r16|32|64, r/m16|32|64
            """);
    private static final Effects EFFECTS = Effects.sets("OF SF ZF CF PF").undefined("AF");

    static And from(Fields f) {
        return new And(f.operand(0), f.operand(1), f.size());
    }

    @Override
    public Effects effects() {
        return EFFECTS;
    }

    @Override
    public void execute(X86Core cpu) {
        AluResult result = X86Alu.logic(size, destination.readForWrite(cpu) & source.read(cpu));
        destination.write(cpu, result.value());
        cpu.setStatusFlags(result.flags());
    }
}
