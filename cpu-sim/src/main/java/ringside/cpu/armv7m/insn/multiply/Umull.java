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

/** UMULL: {@code RdHi:RdLo = Rn * Rm}, unsigned. @arm A7.7 UMULL */
public record Umull(int dLo, int dHi, int n, int m) implements ThumbInstruction {
    static final List<Encoding> ENCODINGS =
            List.of(Encoding.of("UMULL T1", "11111011 1010 nnnn llll hhhh 0000 mmmm", Umull::fromT1));

    private static ThumbInstruction fromT1(Fields f) {
        f.unpredictableIfSpOrPc('l', 'h', 'n', 'm');
        if (f.get('l') == f.get('h')) {
            f.unpredictable("one register for both halves");
        }
        return new Umull(f.get('l'), f.get('h'), f.get('n'), f.get('m'));
    }

    @Override
    public void execute(CortexM cpu) {
        long result = Integer.toUnsignedLong(cpu.r(n)) * Integer.toUnsignedLong(cpu.r(m));
        cpu.setR(dHi, (int) (result >>> 32));
        cpu.setR(dLo, (int) result);
    }

    @Override
    public Effects effects() {
        return Effects.NONE.reading(n, m).writing(dHi, dLo);
    }

    @Override
    public AssemblyText assembly(int address) {
        return text("umull", r(dLo), r(dHi), r(n), r(m));
    }
}
