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

/** MUL: {@code Rd = Rn * Rm}, 32 bits of it. C and V keep their values. @arm A7.7 MUL */
public record Mul(int d, int n, int m, boolean setFlags) implements ThumbInstruction {
    static final List<Encoding> ENCODINGS = List.of(
            Encoding.of("MUL T1", "010000 1101 nnn ddd", Mul::fromT1),
            Encoding.of("MUL T2", "11111011 0000 nnnn 1111 dddd 0000 mmmm", Mul::fromT2));

    private static ThumbInstruction fromT1(Fields f) {
        return new Mul(f.get('d'), f.get('n'), f.get('d'), !f.inItBlock());
    }

    private static ThumbInstruction fromT2(Fields f) {
        f.unpredictableIfSpOrPc('d', 'n', 'm');
        return new Mul(f.get('d'), f.get('n'), f.get('m'), false);
    }

    @Override
    public void execute(CortexM cpu) {
        int result = cpu.r(n) * cpu.r(m);
        cpu.setR(d, result);
        if (setFlags) {
            cpu.setNz(result);
        }
    }

    @Override
    public Effects effects() {
        return Effects.NONE.reading(n, m).writing(d).writingFlags(setFlags ? "NZ" : "");
    }

    @Override
    public AssemblyText assembly(int address) {
        return text(setFlags ? "muls" : "mul", r(d), r(n), r(m));
    }
}
