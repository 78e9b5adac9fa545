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
 * BEXTR: extracts so many bits (bits 15:8 of the last operand) from a place on (bits 7:0); OF and CF are cleared. Of the
 * flags that the manual leaves undefined AF is 1, SF is 0 and PF is that of the result, as on AMD processors.
 * @sdm Vol.2A "BEXTR"
 */
record Bextr(Operand destination, Operand source, Operand control, OperandSize size) implements X86Instruction {
    static final List<Form> FORMS = Form.table(Bextr::from, """
            VEX.LZ.0F38 F7 /r    BEXTR r32|64, r/m32|64, r32|64(v)
            """);
    private static final Effects EFFECTS = Effects.sets("OF ZF CF").undefined("SF AF PF");

    static Bextr from(Fields f) {
        return new Bextr(f.operand(0), f.operand(1), f.operand(2), f.size());
    }

    @Override
    public Effects effects() {
        return EFFECTS;
    }

    @Override
    public void execute(X86Core cpu) {
        long value = source.read(cpu);
        int start = (int) control.read(cpu) & 0xFF;
        int length = (int) (control.read(cpu) >>> 8) & 0xFF;
        long shifted = start < 64 ? value >>> start : 0;
        long result = length < 64 ? shifted & ~(-1L << length) : shifted;
        cpu.setStatusFlags(Rflags.AF | Rflags.signZeroParity(size, result) & ~Rflags.SF);
        destination.write(cpu, result);
    }
}
