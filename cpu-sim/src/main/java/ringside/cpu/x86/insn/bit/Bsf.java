package ringside.cpu.x86.insn.bit;

import java.util.List;
import ringside.cpu.x86.Effects;
import ringside.cpu.x86.Rflags;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Instruction;
import ringside.cpu.x86.form.Fields;
import ringside.cpu.x86.form.Form;
import ringside.cpu.x86.operand.Operand;

/**
 * BSF: finds the number of the lowest bit that is set; ZF says that there is none.
 *
 * <p>Then the destination, which the manual leaves undefined, stays as it is, the upper half too. The undefined flags are
 * what AMD processors give: PF is that of the number found (of 0 if none), CF, OF, SF and AF are 0. @sdm Vol.2A "BSF"
 */
record Bsf(Operand destination, Operand source) implements X86Instruction {
    static final List<Form> FORMS = Form.table(Bsf::from, """
            0F BC /r    BSF r16|32|64, r/m16|32|64
            """);
    private static final Effects EFFECTS = Effects.sets("ZF").undefined("CF OF SF AF PF");

    static Bsf from(Fields f) {
        return new Bsf(f.operand(0), f.operand(1));
    }

    @Override
    public Effects effects() {
        return EFFECTS;
    }

    @Override
    public void execute(X86Core cpu) {
        long value = source.read(cpu);
        if (value == 0) {
            cpu.setStatusFlags(Rflags.ZF | Rflags.PF);
            return;
        }
        int number = Long.numberOfTrailingZeros(value);
        cpu.setStatusFlags(Rflags.parity(number));
        destination.write(cpu, number);
    }
}
