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
 * TZCNT: counts the zero bits below the lowest one, which are all if there is none; then CF is set.
 *
 * <p>The flags that the manual leaves undefined are what AMD processors give: SF, AF and PF are 0, OF keeps its value.
 * @sdm Vol.2B "TZCNT"
 */
record Tzcnt(Operand destination, Operand source, OperandSize size) implements X86Instruction {
    static final List<Form> FORMS = Form.table(Tzcnt::from, """
            F3 0F BC /r    TZCNT r16|32|64, r/m16|32|64
            """);
    private static final Effects EFFECTS = Effects.sets("CF ZF").undefined("OF SF AF PF");
    private static final int CHANGED = Rflags.named("CF ZF SF AF PF");

    static Tzcnt from(Fields f) {
        return new Tzcnt(f.operand(0), f.operand(1), f.size());
    }

    @Override
    public Effects effects() {
        return EFFECTS;
    }

    @Override
    public void execute(X86Core cpu) {
        long value = source.read(cpu);
        int zeros = value == 0 ? size.bits() : Long.numberOfTrailingZeros(value);
        cpu.setStatusFlags(CHANGED, (value == 0 ? Rflags.CF : 0) | (zeros == 0 ? Rflags.ZF : 0));
        destination.write(cpu, zeros);
    }
}
