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

/** REV16: {@code Rd} = {@code Rm} with the bytes of each halfword exchanged. @arm A7.7 REV16 */
public record Rev16(int d, int m) implements ThumbInstruction {
    static final List<Encoding> ENCODINGS = List.of(
            Encoding.of("REV16 T1", "10111010 01 mmm ddd", Rev16::fromT1),
            Encoding.of("REV16 T2", "11111010 1001 MMMM 1111 dddd 1001 mmmm", Rev16::fromT2)
                    .wide());

    private static ThumbInstruction fromT1(Fields f) {
        return new Rev16(f.get('d'), f.get('m'));
    }

    private static ThumbInstruction fromT2(Fields f) {
        f.unpredictableIfSpOrPc('d', 'm');
        if (f.get('m') != f.get('M')) {
            f.unpredictableButExecuted("two different fields for Rm");
        }
        return new Rev16(f.get('d'), f.get('m'));
    }

    @Override
    public void execute(CortexM cpu) {
        cpu.setR(d, Integer.rotateRight(Integer.reverseBytes(cpu.r(m)), 16));
    }

    @Override
    public Effects effects() {
        return Effects.NONE.reading(m).writing(d);
    }

    @Override
    public AssemblyText assembly(int address) {
        return text("rev16", r(d), r(m));
    }
}
