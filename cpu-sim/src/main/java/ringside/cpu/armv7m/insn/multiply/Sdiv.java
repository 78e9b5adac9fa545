package ringside.cpu.armv7m.insn.multiply;

import static ringside.cpu.armv7m.insn.Syntax.r;
import static ringside.cpu.armv7m.insn.Syntax.text;

import java.util.List;
import ringside.cpu.armv7m.AssemblyText;
import ringside.cpu.armv7m.CortexM;
import ringside.cpu.armv7m.Effects;
import ringside.cpu.armv7m.ThumbInstruction;
import ringside.cpu.armv7m.insn.Encoding;
import ringside.cpu.armv7m.insn.Fields;

/** SDIV: {@code Rd = Rn / Rm}, signed, rounded towards zero; the most negative number by -1 gives itself. By zero it gives 0 or a UsageFault. @arm A7.7 SDIV */
public record Sdiv(int d, int n, int m) implements ThumbInstruction {
    static final List<Encoding> ENCODINGS =
            List.of(Encoding.of("SDIV T1", "11111011 1001 nnnn (1111) dddd 1111 mmmm", Sdiv::fromT1));

    private static ThumbInstruction fromT1(Fields f) {
        f.unpredictableIfSpOrPc('d', 'n', 'm');
        return new Sdiv(f.get('d'), f.get('n'), f.get('m'));
    }

    @Override
    public void execute(CortexM cpu) {
        int divisor = cpu.r(m);
        if (divisor == 0 && cpu.integerZeroDivideTrappingEnabled()) {
            throw cpu.generateIntegerZeroDivide();
        }
        cpu.setR(d, divisor == 0 ? 0 : cpu.r(n) / divisor);
    }

    @Override
    public Effects effects() {
        return Effects.NONE.reading(n, m).writing(d);
    }

    @Override
    public AssemblyText assembly(int address) {
        return text("sdiv", r(d), r(n), r(m));
    }
}
