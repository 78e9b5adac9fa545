package ringside.cpu.armv7m.insn.shift;

import static ringside.cpu.armv7m.insn.Syntax.r;
import static ringside.cpu.armv7m.insn.Syntax.text;

import java.util.List;
import ringside.cpu.armv7m.Arithmetic;
import ringside.cpu.armv7m.Arithmetic.Shifted;
import ringside.cpu.armv7m.AssemblyText;
import ringside.cpu.armv7m.CortexM;
import ringside.cpu.armv7m.Effects;
import ringside.cpu.armv7m.ThumbInstruction;
import ringside.cpu.armv7m.insn.Encoding;
import ringside.cpu.armv7m.insn.Fields;

/** RRX: {@code Rd = Rm} rotated right by one place through the carry. @arm A7.7 RRX */
public record Rrx(int d, int m, boolean setFlags) implements ThumbInstruction {
    static final List<Encoding> ENCODINGS =
            List.of(Encoding.of("RRX T1", "11101010010 S 1111 (0) 000 dddd 0011 mmmm", Rrx::fromT1));

    private static ThumbInstruction fromT1(Fields f) {
        f.unpredictableIfSpOrPc('d', 'm');
        return new Rrx(f.get('d'), f.get('m'), f.flag('S'));
    }

    @Override
    public void execute(CortexM cpu) {
        Shifted shifted = Arithmetic.rrxC(cpu.r(m), cpu.carry());
        cpu.setR(d, shifted.result());
        if (setFlags) {
            cpu.setNzc(shifted.result(), shifted.carry());
        }
    }

    @Override
    public Effects effects() {
        return Effects.NONE.reading(m).writing(d).readingFlags("C").writingFlags(setFlags ? "NZC" : "");
    }

    @Override
    public AssemblyText assembly(int address) {
        return text(setFlags ? "rrxs" : "rrx", r(d), r(m));
    }
}
