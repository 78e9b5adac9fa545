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

/** BFC: {@code Rd<msb:lsb>} = zeros. @arm A7.7 BFC */
public record Bfc(int d, int lsb, int msb) implements ThumbInstruction {
    static final List<Encoding> ENCODINGS =
            List.of(Encoding.of("BFC T1", "11110 (0) 11011 0 1111 0 iii dddd ii (0) mmmmm", Bfc::fromT1));

    private static ThumbInstruction fromT1(Fields f) {
        f.unpredictableIfSpOrPc('d');
        if (f.get('m') < f.get('i')) {
            f.unpredictable("msb below lsb");
        }
        return new Bfc(f.get('d'), f.get('i'), f.get('m'));
    }

    @Override
    public void execute(CortexM cpu) {
        cpu.setR(d, cpu.r(d) & ~mask());
    }

    @Override
    public Effects effects() {
        return Effects.NONE.reading(d).writing(d);
    }

    @Override
    public AssemblyText assembly(int address) {
        return text("bfc", r(d), imm(lsb), imm(msb - lsb + 1));
    }

    private int mask() {
        return -1 >>> (31 - msb + lsb) << lsb;
    }
}
