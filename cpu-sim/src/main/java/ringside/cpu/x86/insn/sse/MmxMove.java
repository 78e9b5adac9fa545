package ringside.cpu.x86.insn.sse;

import java.util.List;
import ringside.cpu.x86.FloatingUnits;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Instruction;
import ringside.cpu.x86.form.Fields;
import ringside.cpu.x86.form.Form;
import ringside.cpu.x86.operand.Operand;

/** Moves to MMX registers and out of them. @sdm Vol.2B "MOVD/MOVQ", "MOVQ", "MOVNTQ" */
record MmxMove(Operand destination, Operand source) implements X86Instruction {
    static final List<Form> FORMS = Form.table(MmxMove::from, """
            NP 0F 6E /r         MOVD mm, r/m32
            NP REX.W 0F 6E /r   MOVQ mm, r/m64
            NP 0F 7E /r         MOVD r/m32, mm
            NP REX.W 0F 7E /r   MOVQ r/m64, mm
            NP 0F 6F /r         MOVQ mm, mm/m64
            NP 0F 7F /r         MOVQ mm/m64, mm
            NP 0F E7 /r         MOVNTQ m64, mm
            """);

    static MmxMove from(Fields f) {
        return new MmxMove(operand(f, 0), operand(f, 1));
    }

    @Override
    public void execute(X86Core cpu) {
        FloatingUnits.requireMmx(cpu);
        long value = source.read(cpu);
        if (destination instanceof MmxRegister) {
            cpu.x87().enterMmx();
            destination.write(cpu, value);
        } else {
            destination.write(cpu, value);
            cpu.x87().enterMmx();
        }
    }

    private static Operand operand(Fields f, int index) {
        return MmxRegister.of(f, index);
    }
}
