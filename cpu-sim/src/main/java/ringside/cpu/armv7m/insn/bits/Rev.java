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

/** REV: {@code Rd} = the bytes of {@code Rm} in reverse order. @arm A7.7 REV */
public record Rev(int d, int m) implements ThumbInstruction {
    static final List<Encoding> ENCODINGS = List.of(
            Encoding.of("REV T1", "10111010 00 mmm ddd", Rev::fromT1),
            Encoding.of("REV T2", "11111010 1001 MMMM 1111 dddd 1000 mmmm", Rev::fromT2)
                    .wide());

    private static ThumbInstruction fromT1(Fields f) {
        return new Rev(f.get('d'), f.get('m'));
    }

    private static ThumbInstruction fromT2(Fields f) {
        f.unpredictableIfSpOrPc('d', 'm');
        if (f.get('m') != f.get('M')) {
            f.unpredictableButExecuted("two different fields for Rm");
        }
        return new Rev(f.get('d'), f.get('m'));
    }

    @Override
    public void execute(CortexM cpu) {
        cpu.setR(d, Integer.reverseBytes(cpu.r(m)));
    }

    @Override
    public Effects effects() {
        return Effects.NONE.reading(m).writing(d);
    }

    @Override
    public AssemblyText assembly(int address) {
        return text("rev", r(d), r(m));
    }
}
