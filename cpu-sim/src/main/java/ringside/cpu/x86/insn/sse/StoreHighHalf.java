package ringside.cpu.x86.insn.sse;

import java.util.List;
import ringside.cpu.x86.FloatingUnits;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Instruction;
import ringside.cpu.x86.form.Fields;
import ringside.cpu.x86.form.Form;
import ringside.cpu.x86.operand.Operand;

/** Stores the upper half of a register. @sdm Vol.2B "MOVHPS", "MOVHPD" */
record StoreHighHalf(Operand destination, int n) implements X86Instruction {
    static final List<Form> FORMS = Form.table(StoreHighHalf::from, """
            NP 0F 17 /r    MOVHPS m64, xmm
            66 0F 17 /r    MOVHPD m64, xmm
            """);

    static StoreHighHalf from(Fields f) {
        return new StoreHighHalf(f.operand(0), f.register(1));
    }

    @Override
    public void execute(X86Core cpu) {
        FloatingUnits.requireSse(cpu);
        destination.write(cpu, cpu.sse().high(n));
    }
}
