package ringside.cpu.x86.insn.far;

import java.util.List;
import ringside.cpu.x86.Effects;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Instruction;
import ringside.cpu.x86.form.Fields;
import ringside.cpu.x86.form.Form;
import ringside.cpu.x86.interrupt.InterruptDelivery;
import ringside.cpu.x86.segment.Virtual8086;

/** INT n: a software interrupt. @sdm Vol.2A "INT n/INTO/INT3/INT1" */
record Int(int vector) implements X86Instruction {
    static final List<Form> FORMS = Form.table(Int::from, """
            CD ib          INT imm8
            """);
    private static final Effects EFFECTS = Effects.sets("IF TF NT RF VM AC");

    static Int from(Fields f) {
        return new Int((int) f.immediate(0) & 0xFF);
    }

    @Override
    public Effects effects() {
        return EFFECTS;
    }

    @Override
    public void execute(X86Core cpu) {
        Virtual8086.requireIoPrivilege(cpu);
        InterruptDelivery.software(cpu, vector);
    }
}
