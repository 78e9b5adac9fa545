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

/** MLA: {@code Rd = Ra + Rn * Rm}, 32 bits of it. @arm A7.7 MLA */
public record Mla(int d, int n, int m, int a) implements ThumbInstruction {
    static final List<Encoding> ENCODINGS =
            List.of(Encoding.of("MLA T1", "11111011 0000 nnnn aaaa dddd 0000 mmmm", Mla::fromT1)
                    .see("MUL"));

    private static ThumbInstruction fromT1(Fields f) {
        f.unpredictableIfSpOrPc('d', 'n', 'm');
        f.unpredictableIfSp('a');
        return new Mla(f.get('d'), f.get('n'), f.get('m'), f.get('a'));
    }

    @Override
    public void execute(CortexM cpu) {
        cpu.setR(d, cpu.r(a) + cpu.r(n) * cpu.r(m));
    }

    @Override
    public Effects effects() {
        return Effects.NONE.reading(a, n, m).writing(d);
    }

    @Override
    public AssemblyText assembly(int address) {
        return text("mla", r(d), r(n), r(m), r(a));
    }
}
