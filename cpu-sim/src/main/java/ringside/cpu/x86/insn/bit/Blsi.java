package ringside.cpu.x86.insn.bit;

import java.util.List;
import ringside.cpu.x86.Effects;
import ringside.cpu.x86.OperandSize;
import ringside.cpu.x86.Rflags;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Instruction;
import ringside.cpu.x86.form.Fields;
import ringside.cpu.x86.form.Form;
import ringside.cpu.x86.operand.Operand;

/**
 * BLSI: keeps only the lowest bit that is set; CF says that there is one. OF is cleared. Of the flags that the
 * manual leaves undefined AF is 0 and PF is that of the result, as on AMD processors. @sdm Vol.2A "BLSI"
 */
record Blsi(Operand destination, Operand source, OperandSize size) implements X86Instruction {
    static final List<Form> FORMS = Form.table(Blsi::from, """
            VEX.LZ.0F38 F3 /3    BLSI r32|64(v), r/m32|64
            """);
    private static final Effects EFFECTS = Effects.sets("OF SF ZF CF").undefined("AF PF");

    static Blsi from(Fields f) {
        return new Blsi(f.operand(0), f.operand(1), f.size());
    }

    @Override
    public Effects effects() {
        return EFFECTS;
    }

    @Override
    public void execute(X86Core cpu) {
        long value = source.read(cpu);
        long result = value & -value;
        cpu.setStatusFlags(Rflags.signZeroParity(size, result) | (value != 0 ? Rflags.CF : 0));
        destination.write(cpu, result);
    }
}
