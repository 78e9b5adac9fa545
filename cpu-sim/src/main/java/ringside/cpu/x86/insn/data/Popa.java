package ringside.cpu.x86.insn.data;

import java.util.List;
import ringside.cpu.x86.OperandSize;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Instruction;
import ringside.cpu.x86.form.Fields;
import ringside.cpu.x86.form.Form;

/** POPA and POPAD: takes all general registers off the stack but rSP, which only moves. @sdm Vol.2B "POPA/POPAD" */
record Popa(OperandSize size) implements X86Instruction {
    static final List<Form> FORMS = Form.table(Popa::from, """
            61    POPA    N64
            """);
    private static final int LAST = 7;

    static Popa from(Fields f) {
        return new Popa(f.operandSize());
    }

    @Override
    public void execute(X86Core cpu) {
        for (int i = 0; i <= LAST; i++) {
            cpu.peekStack(size, i * size.bytes());
        }
        for (int n = 0; n <= LAST; n++) {
            if (n != X86Core.RSP) {
                long value = cpu.peekStack(size, (LAST - n) * size.bytes());
                cpu.setGpr(n, cpu.gpr(n) & ~size.mask() | value);
            }
        }
        cpu.dropStack((long) (LAST + 1) * size.bytes());
    }
}
