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
 * BZHI: clears the bits from a number on (bits 7:0 of the last operand); CF says that the operand has no such bit. OF is
 * cleared. Of the flags that the manual leaves undefined AF is 0 and PF is that of the result, as on AMD processors.
 * @sdm Vol.2A "BZHI"
 */
record Bzhi(Operand destination, Operand source, Operand number, OperandSize size) implements X86Instruction {
    static final List<Form> FORMS = Form.table(Bzhi::from, """
            VEX.LZ.0F38 F5 /r    BZHI r32|64, r/m32|64, r32|64(v)
            """);
    private static final Effects EFFECTS = Effects.sets("OF SF ZF CF").undefined("AF PF");

    static Bzhi from(Fields f) {
        return new Bzhi(f.operand(0), f.operand(1), f.operand(2), f.size());
    }

    @Override
    public Effects effects() {
        return EFFECTS;
    }

    @Override
    public void execute(X86Core cpu) {
        long value = source.read(cpu);
        int from = (int) number.read(cpu) & 0xFF;
        boolean beyond = from >= size.bits();
        long result = beyond ? value : value & ~(-1L << from);
        cpu.setStatusFlags(Rflags.signZeroParity(size, result) | (beyond ? Rflags.CF : 0));
        destination.write(cpu, result);
    }
}
