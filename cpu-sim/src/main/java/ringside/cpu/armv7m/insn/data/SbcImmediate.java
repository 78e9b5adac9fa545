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

/** SBC (immediate): {@code Rd = Rn - constant - NOT C}. @arm A7.7 SBC (immediate) */
public record SbcImmediate(int d, int n, ModifiedImmediate immediate, boolean setFlags) implements ThumbInstruction {
    static final List<Encoding> ENCODINGS = List.of(
            Encoding.of("SBC (immediate) T1", "11110 i 0 1011 S nnnn 0 iii dddd iiiiiiii", SbcImmediate::fromT1));

    private static ThumbInstruction fromT1(Fields f) {
        f.unpredictableIfSpOrPc('d', 'n');
        return new SbcImmediate(f.get('d'), f.get('n'), ModifiedImmediate.of(f), f.flag('S'));
    }

    @Override
    public void execute(CortexM cpu) {
        Sum sum = Arithmetic.addWithCarry(cpu.r(n), ~immediate.value(), cpu.carry());
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
        return text(setFlags ? "sbcs" : "sbc", r(d), r(n), immediate.text());
    }
}
