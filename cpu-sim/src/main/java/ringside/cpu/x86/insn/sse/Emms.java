package ringside.cpu.x86.insn.sse;

import java.util.List;
import ringside.cpu.x86.FloatingUnits;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Instruction;
import ringside.cpu.x86.X87Registers;
import ringside.cpu.x86.form.Form;

/** EMMS: marks all x87 registers as empty, the first one as the top. @sdm Vol.3A 12.2, Vol.2A "EMMS" */
record Emms() implements X86Instruction {
    static final List<Form> FORMS = Form.table(f -> new Emms(), """
            NP 0F 77    EMMS
            """);

    @Override
    public void execute(X86Core cpu) {
        FloatingUnits.requireMmx(cpu);
        cpu.x87().enterMmx();
        cpu.x87().setEmpty(X87Registers.ALL_EMPTY);
    }
}
