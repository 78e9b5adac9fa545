package ringside.cpu.armv7m.insn.bits;

import static ringside.cpu.armv7m.insn.Syntax.r;
import static ringside.cpu.armv7m.insn.Syntax.text;

import java.util.List;
import ringside.cpu.armv7m.AssemblyText;
import ringside.cpu.armv7m.CortexM;
import ringside.cpu.armv7m.Effects;
import ringside.cpu.armv7m.ThumbInstruction;
import ringside.cpu.armv7m.insn.Encoding;
import ringside.cpu.armv7m.insn.Fields;

/** REVSH: {@code Rd} = the low halfword of {@code Rm}, bytes exchanged, sign-extended. @arm A7.7 REVSH */
public record Revsh(int d, int m) implements ThumbInstruction {
    static final List<Encoding> ENCODINGS = List.of(
            Encoding.of("REVSH T1", "10111010 11 mmm ddd", Revsh::fromT1),
            Encoding.of("REVSH T2", "11111010 1001 MMMM 1111 dddd 1011 mmmm", Revsh::fromT2)
                    .wide());

    private static ThumbInstruction fromT1(Fields f) {
        return new Revsh(f.get('d'), f.get('m'));
    }

    private static ThumbInstruction fromT2(Fields f) {
        f.unpredictableIfSpOrPc('d', 'm');
        if (f.get('m') != f.get('M')) {
            f.unpredictableButExecuted("two different fields for Rm");
        }
        return new Revsh(f.get('d'), f.get('m'));
    }

    @Override
    public void execute(CortexM cpu) {
        cpu.setR(d, (short) (Integer.reverseBytes(cpu.r(m)) >>> 16));
    }

    @Override
    public Effects effects() {
        return Effects.NONE.reading(m).writing(d);
    }

    @Override
    public AssemblyText assembly(int address) {
        return text("revsh", r(d), r(m));
    }
}
