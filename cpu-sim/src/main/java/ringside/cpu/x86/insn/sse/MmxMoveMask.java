package ringside.cpu.x86.insn.sse;

import java.util.List;
import ringside.cpu.x86.FloatingUnits;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Instruction;
import ringside.cpu.x86.form.Fields;
import ringside.cpu.x86.form.Form;
import ringside.cpu.x86.operand.Operand;
import ringside.cpu.x86.packed.PackedBytes;

/** PMOVMSKB: the signs of the bytes of an MMX register. @sdm Vol.2B "PMOVMSKB" */
record MmxMoveMask(Operand destination, int n) implements X86Instruction {
    static final List<Form> FORMS = Form.table(MmxMoveMask::from, """
            NP 0F D7 /r    PMOVMSKB r32, mm
            """);

    static MmxMoveMask from(Fields f) {
        return new MmxMoveMask(f.operand(0), f.register(1));
    }

    @Override
    public void execute(X86Core cpu) {
        FloatingUnits.requireMmx(cpu);
        cpu.x87().enterMmx();
        destination.write(cpu, PackedBytes.signs(cpu.x87().significand(n)));
    }
}
