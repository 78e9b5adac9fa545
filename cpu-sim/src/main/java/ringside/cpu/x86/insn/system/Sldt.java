package ringside.cpu.x86.insn.system;

import java.util.List;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Instruction;
import ringside.cpu.x86.form.Form;
import ringside.cpu.x86.operand.Operand;

/** SLDT: the selector in LDTR; a wider register gets zeros above it. @sdm Vol.2B "SLDT" */
record Sldt(Operand destination) implements X86Instruction {
    static final List<Form> FORMS = Form.table(f -> new Sldt(f.operand(0)), """
            0F 00 /0       SLDT r16|32|64/m16           PROT
            """);

    @Override
    public void execute(X86Core cpu) {
        Ring.requireUserModeMayLook(cpu);
        destination.write(cpu, cpu.ldtr().selector());
    }
}
