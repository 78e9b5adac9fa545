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

/** UBFX: {@code Rd = Rn<lsb+widthminus1:lsb>}, zero-extended. @arm A7.7 UBFX */
public record Ubfx(int d, int n, int lsb, int widthMinus1) implements ThumbInstruction {
    static final List<Encoding> ENCODINGS =
            List.of(Encoding.of("UBFX T1", "11110 (0) 111100 nnnn 0 iii dddd ii (0) wwwww", Ubfx::fromT1));

    private static ThumbInstruction fromT1(Fields f) {
        f.unpredictableIfSpOrPc('d', 'n');
        if (f.get('i') + f.get('w') > 31) {
            f.unpredictable("msb above 31");
        }
        return new Ubfx(f.get('d'), f.get('n'), f.get('i'), f.get('w'));
    }

    @Override
    public void execute(CortexM cpu) {
        cpu.setR(d, cpu.r(n) << (31 - lsb - widthMinus1) >>> (31 - widthMinus1));
    }

    @Override
    public Effects effects() {
        return Effects.NONE.reading(n).writing(d);
    }

    @Override
    public AssemblyText assembly(int address) {
        return text("ubfx", r(d), r(n), imm(lsb), imm(widthMinus1 + 1));
    }
}
