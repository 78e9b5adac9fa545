package ringside.cpu.x86.insn.far;

import java.util.List;
import ringside.cpu.x86.Effects;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Instruction;
import ringside.cpu.x86.form.Fields;
import ringside.cpu.x86.form.Form;
import ringside.cpu.x86.interrupt.InterruptDelivery;

/** INT1: #DB that sets no bit of DR6; the gate's DPL does not matter. @sdm Vol.2A "INT n/INTO/INT3/INT1" */
record Int1() implements X86Instruction {
    static final List<Form> FORMS = Form.table(Int1::from, """
            F1             INT1
            """);
    private static final Effects EFFECTS = Effects.sets("IF TF NT RF VM AC");

    static Int1 from(Fields f) {
        return new Int1();
    }

    @Override
    public Effects effects() {
        return EFFECTS;
    }

    @Override
    public void execute(X86Core cpu) {
        InterruptDelivery.debugTrap(cpu, 0);
    }
}
