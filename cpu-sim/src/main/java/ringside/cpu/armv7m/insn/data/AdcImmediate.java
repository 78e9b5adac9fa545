package ringside.cpu.armv7m.insn.data;

import static ringside.cpu.armv7m.insn.Syntax.r;
import static ringside.cpu.armv7m.insn.Syntax.text;

import java.util.List;
import ringside.cpu.armv7m.Arithmetic;
import ringside.cpu.armv7m.Arithmetic.Sum;
import ringside.cpu.armv7m.AssemblyText;
import ringside.cpu.armv7m.CortexM;
import ringside.cpu.armv7m.Effects;
import ringside.cpu.armv7m.ThumbInstruction;
import ringside.cpu.armv7m.insn.Encoding;
import ringside.cpu.armv7m.insn.Fields;
import ringside.cpu.armv7m.insn.ModifiedImmediate;

/** ADC (immediate): {@code Rd = Rn + constant + C}. @arm A7.7 ADC (immediate) */
public record AdcImmediate(int d, int n, ModifiedImmediate immediate, boolean setFlags) implements ThumbInstruction {
    static final List<Encoding> ENCODINGS = List.of(
            Encoding.of("ADC (immediate) T1", "11110 i 0 1010 S nnnn 0 iii dddd iiiiiiii", AdcImmediate::fromT1));

    private static ThumbInstruction fromT1(Fields f) {
        f.unpredictableIfSpOrPc('d', 'n');
        return new AdcImmediate(f.get('d'), f.get('n'), ModifiedImmediate.of(f), f.flag('S'));
    }

    @Override
    public void execute(CortexM cpu) {
        Sum sum = Arithmetic.addWithCarry(cpu.r(n), immediate.value(), cpu.carry());
        cpu.setR(d, sum.result());
        if (setFlags) {
            cpu.setNzcv(sum);
        }
    }

    @Override
    public Effects effects() {
        return Effects.NONE.reading(n).writing(d).readingFlags("C").writingFlags(setFlags ? "NZCV" : "");
    }

    @Override
    public AssemblyText assembly(int address) {
        return text(setFlags ? "adcs" : "adc", r(d), r(n), immediate.text());
    }
}
