package ringside.cpu.x86.insn.control;

import java.util.List;
import ringside.cpu.x86.Effects;
import ringside.cpu.x86.OperandSize;
import ringside.cpu.x86.Rflags;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Instruction;
import ringside.cpu.x86.form.Fields;
import ringside.cpu.x86.form.Form;

/**
 * LOOP, LOOPE and LOOPNE: counts down rCX, and jumps while it is not zero and ZF is as wanted.
 * @sdm Vol.2A "LOOP/LOOPcc"
 */
record Loop(Kind kind, long displacement, OperandSize addressSize, OperandSize size) implements X86Instruction {
    static final List<Form> LOOPNE_FORMS = Form.table(f -> from(f, Kind.WHILE_NOT_EQUAL), """
            E0 cb    LOOPNE rel8    F64
            """);
    static final List<Form> LOOPE_FORMS = Form.table(f -> from(f, Kind.WHILE_EQUAL), """
            E1 cb    LOOPE rel8    F64
            """);
    static final List<Form> LOOP_FORMS = Form.table(f -> from(f, Kind.ALWAYS), """
            E2 cb    LOOP rel8    F64
            """);

    /** What ZF must be to go on. */
    enum Kind {
        WHILE_NOT_EQUAL,
        WHILE_EQUAL,
        ALWAYS
    }

    static Loop from(Fields f, Kind kind) {
        return new Loop(kind, f.immediate(0), f.addressSize(), f.operandSize());
    }

    @Override
    public Effects effects() {
        return kind == Kind.ALWAYS ? Effects.NONE : Effects.reads("ZF");
    }

    @Override
    public void execute(X86Core cpu) {
        long register = cpu.gpr(X86Core.RCX);
        long count = register - 1 & addressSize.mask();
        if (count != 0 && (kind == Kind.ALWAYS || cpu.flag(Rflags.ZF) == (kind == Kind.WHILE_EQUAL))) {
            cpu.branch(size, cpu.nextRip() + displacement);
        }
        cpu.setGpr(X86Core.RCX, addressSize == OperandSize.WORD ? register & ~0xFFFFL | count : count);
    }
}
