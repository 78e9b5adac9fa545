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

/** RSB (immediate): {@code Rd = constant - Rn}. @arm A7.7 RSB (immediate) */
public record RsbImmediate(int d, int n, ModifiedImmediate immediate, boolean setFlags) implements ThumbInstruction {
    static final List<Encoding> ENCODINGS = List.of(
            Encoding.of("RSB (immediate) T1", "010000 1001 nnn ddd", RsbImmediate::fromT1),
            Encoding.of("RSB (immediate) T2", "11110 i 0 1110 S nnnn 0 iii dddd iiiiiiii", RsbImmediate::fromT2)
                    .wide());

    private static ThumbInstruction fromT1(Fields f) {
        return new RsbImmediate(f.get('d'), f.get('n'), ModifiedImmediate.plain(0), !f.inItBlock());
    }

    private static ThumbInstruction fromT2(Fields f) {
        f.unpredictableIfSpOrPc('d', 'n');
        return new RsbImmediate(f.get('d'), f.get('n'), ModifiedImmediate.of(f), f.flag('S'));
    }

    @Override
    public void execute(CortexM cpu) {
        Sum sum = Arithmetic.addWithCarry(~cpu.r(n), immediate.value(), true);
        cpu.setR(d, sum.result());
        if (setFlags) {
            cpu.setNzcv(sum);
        }
    }

    @Override
    public Effects effects() {
        return Effects.NONE.reading(n).writing(d).writingFlags(setFlags ? "NZCV" : "");
    }

    @Override
    public AssemblyText assembly(int address) {
        return text(setFlags ? "rsbs" : "rsb", r(d), r(n), immediate.text());
    }
}
