package ringside.cpu.x86.insn.far;

import java.util.List;
import ringside.cpu.x86.Effects;
import ringside.cpu.x86.Rflags;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Fault;
import ringside.cpu.x86.X86Instruction;
import ringside.cpu.x86.form.Fields;
import ringside.cpu.x86.form.Form;
import ringside.cpu.x86.interrupt.InterruptDelivery;

/** INTO: #OF if OF is set. @sdm Vol.2A "INT n/INTO/INT3/INT1" */
record Into() implements X86Instruction {
    static final List<Form> FORMS = Form.table(Into::from, """
            CE             INTO                         N64
            """);
    private static final Effects EFFECTS = Effects.reads("OF").writes("IF TF NT RF VM AC");

    static Into from(Fields f) {
        return new Into();
    }

    @Override
    public Effects effects() {
        return EFFECTS;
    }

    @Override
    public void execute(X86Core cpu) {
        if (cpu.flag(Rflags.OF)) {
            InterruptDelivery.software(cpu, X86Fault.OF);
        }
    }
}
