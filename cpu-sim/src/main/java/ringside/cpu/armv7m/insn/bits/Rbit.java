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

/** RBIT: {@code Rd} = the bits of {@code Rm} in reverse order. @arm A7.7 RBIT */
public record Rbit(int d, int m) implements ThumbInstruction {
    static final List<Encoding> ENCODINGS =
            List.of(Encoding.of("RBIT T1", "11111010 1001 MMMM 1111 dddd 1010 mmmm", Rbit::fromT1));

    private static ThumbInstruction fromT1(Fields f) {
        f.unpredictableIfSpOrPc('d', 'm');
        if (f.get('m') != f.get('M')) {
            f.unpredictableButExecuted("two different fields for Rm");
        }
        return new Rbit(f.get('d'), f.get('m'));
    }

    @Override
    public void execute(CortexM cpu) {
        cpu.setR(d, Integer.reverse(cpu.r(m)));
    }

    @Override
    public Effects effects() {
        return Effects.NONE.reading(m).writing(d);
    }

    @Override
    public AssemblyText assembly(int address) {
        return text("rbit", r(d), r(m));
    }
}
