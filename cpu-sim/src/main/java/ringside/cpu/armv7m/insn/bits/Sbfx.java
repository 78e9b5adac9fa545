package ringside.cpu.armv7m.insn.bits;

import static ringside.cpu.armv7m.insn.Syntax.imm;
import static ringside.cpu.armv7m.insn.Syntax.r;
import static ringside.cpu.armv7m.insn.Syntax.text;

import java.util.List;
import ringside.cpu.armv7m.AssemblyText;
import ringside.cpu.armv7m.CortexM;
import ringside.cpu.armv7m.Effects;
import ringside.cpu.armv7m.ThumbInstruction;
import ringside.cpu.armv7m.insn.Encoding;
import ringside.cpu.armv7m.insn.Fields;

/** SBFX: {@code Rd = Rn<lsb+widthminus1:lsb>}, sign-extended. @arm A7.7 SBFX */
public record Sbfx(int d, int n, int lsb, int widthMinus1) implements ThumbInstruction {
    static final List<Encoding> ENCODINGS =
            List.of(Encoding.of("SBFX T1", "11110 (0) 110100 nnnn 0 iii dddd ii (0) wwwww", Sbfx::fromT1));

    private static ThumbInstruction fromT1(Fields f) {
        f.unpredictableIfSpOrPc('d', 'n');
        if (f.get('i') + f.get('w') > 31) {
            f.unpredictable("msb above 31");
        }
        return new Sbfx(f.get('d'), f.get('n'), f.get('i'), f.get('w'));
    }

    @Override
    public void execute(CortexM cpu) {
        cpu.setR(d, cpu.r(n) << (31 - lsb - widthMinus1) >> (31 - widthMinus1));
    }

    @Override
    public Effects effects() {
        return Effects.NONE.reading(n).writing(d);
    }

    @Override
    public AssemblyText assembly(int address) {
        return text("sbfx", r(d), r(n), imm(lsb), imm(widthMinus1 + 1));
    }
}
