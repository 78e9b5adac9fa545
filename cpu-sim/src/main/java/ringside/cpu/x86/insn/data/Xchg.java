package ringside.cpu.x86.insn.data;

import java.util.List;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Instruction;
import ringside.cpu.x86.form.Fields;
import ringside.cpu.x86.form.Form;
import ringside.cpu.x86.operand.Operand;

/** XCHG: exchanges two operands. With memory it is locked, with or without the prefix. @sdm Vol.2D "XCHG" */
record Xchg(Operand first, Operand second) implements X86Instruction {
    static final List<Form> FORMS = Form.table(Xchg::from, """
            86 /r    XCHG r/m8, r8                         LOCK
            87 /r    XCHG r/m16|32|64, r16|32|64           LOCK
            90+r     XCHG r16|32|64, AX|EAX|RAX
            """);

    static Xchg from(Fields f) {
        return new Xchg(f.operand(0), f.operand(1));
    }

    @Override
    public void execute(X86Core cpu) {
        long before = first.readForWrite(cpu);
        first.write(cpu, second.read(cpu));
        second.write(cpu, before);
    }
}
