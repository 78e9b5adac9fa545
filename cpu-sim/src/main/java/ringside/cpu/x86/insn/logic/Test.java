package ringside.cpu.x86.insn.logic;

import java.util.List;
import ringside.cpu.x86.Effects;
import ringside.cpu.x86.OperandSize;
import ringside.cpu.x86.X86Alu;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Instruction;
import ringside.cpu.x86.form.Fields;
import ringside.cpu.x86.form.Form;
import ringside.cpu.x86.operand.Operand;

/**
 * TEST: sets the flags as {@code SRC1 AND SRC2} would. AF, which the manual leaves undefined, is cleared.
 *
 * <p>F6 /1 and F7 /1 do the same as F6 /0 and F7 /0; Intel's opcode map leaves them out, AMD's (Vol.3 Table A-6) has
 * them, and processors of both execute them. @sdm Vol.2B "TEST"
 */
record Test(Operand first, Operand second, OperandSize size) implements X86Instruction {
    static final List<Form> FORMS = Form.table(Test::from, """
            A8 ib          TEST AL, imm8
            A9 iw|id       TEST AX|EAX|RAX, imm16|32
            F6 /0 ib       TEST r/m8, imm8
            F6 /1 ib       TEST r/m8, imm8
            F7 /0 iw|id    TEST r/m16|32|64, imm16|32
            F7 /1 iw|id    TEST r/m16|32|64, imm16|32
            84 /r          TEST r/m8, r8
            85 /r          TEST r/m16|32|64, r16|32|64
            """);
    private static final Effects EFFECTS = Effects.sets("OF SF ZF CF PF").undefined("AF");

    static Test from(Fields f) {
        return new Test(f.operand(0), f.operand(1), f.size());
    }

    @Override
    public Effects effects() {
        return EFFECTS;
    }

    @Override
    public void execute(X86Core cpu) {
        cpu.setStatusFlags(
                X86Alu.logic(size, first.read(cpu) & second.read(cpu)).flags());
    }
}
