package ringside.cpu.x86.insn.far;

import java.util.List;
import ringside.cpu.x86.Effects;
import ringside.cpu.x86.OperandSize;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Instruction;
import ringside.cpu.x86.form.Fields;
import ringside.cpu.x86.form.Form;
import ringside.cpu.x86.interrupt.InterruptReturn;

/** IRET, IRETD, IRETQ. @sdm Vol.2A "IRET/IRETD/IRETQ" */
record Iret(OperandSize size) implements X86Instruction {
    static final List<Form> FORMS = Form.table(Iret::from, """
            CF             IRET
            REX.W CF       IRETQ
            """);
    private static final Effects EFFECTS = Effects.sets("CF PF AF ZF SF TF IF DF OF IOPL NT RF VM AC VIF VIP ID");

    static Iret from(Fields f) {
        return new Iret(f.operandSize());
    }

    @Override
    public Effects effects() {
        return EFFECTS;
    }

    @Override
    public void execute(X86Core cpu) {
        InterruptReturn.execute(cpu, size);
    }
}
