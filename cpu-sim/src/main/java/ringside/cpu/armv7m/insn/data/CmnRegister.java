package ringside.cpu.armv7m.insn.data;

import static ringside.cpu.armv7m.insn.Syntax.r;
import static ringside.cpu.armv7m.insn.Syntax.text;

import java.util.List;
import ringside.cpu.armv7m.Arithmetic;
import ringside.cpu.armv7m.AssemblyText;
import ringside.cpu.armv7m.CortexM;
import ringside.cpu.armv7m.Effects;
import ringside.cpu.armv7m.ThumbInstruction;
import ringside.cpu.armv7m.insn.Encoding;
import ringside.cpu.armv7m.insn.Fields;
import ringside.cpu.armv7m.insn.Shift;

/** CMN (register): flags of {@code Rn + shifted(Rm)}. @arm A7.7 CMN (register) */
public record CmnRegister(int n, int m, Shift shift) implements ThumbInstruction {
    static final List<Encoding> ENCODINGS = List.of(
            Encoding.of("CMN (register) T1", "010000 1011 mmm nnn", CmnRegister::fromT1),
            Encoding.of("CMN (register) T2", "1110101 1000 1 nnnn (0) iii 1111 ii tt mmmm", CmnRegister::fromT2)
                    .wide());

    private static ThumbInstruction fromT1(Fields f) {
        return new CmnRegister(f.get('n'), f.get('m'), Shift.NONE);
    }

    private static ThumbInstruction fromT2(Fields f) {
        f.unpredictableIfPc('n');
        f.unpredictableIfSpOrPc('m');
        return new CmnRegister(f.get('n'), f.get('m'), Shift.decode(f.get('t'), f.get('i')));
    }

    @Override
    public void execute(CortexM cpu) {
        int shifted = shift.apply(cpu.r(m), cpu.carry());
        cpu.setNzcv(Arithmetic.addWithCarry(cpu.r(n), shifted, false));
    }

    @Override
    public Effects effects() {
        return Effects.NONE.reading(n, m).readingFlags(shift.flagsRead()).writingFlags("NZCV");
    }

    @Override
    public AssemblyText assembly(int address) {
        return text("cmn", r(n), r(m), shift.text());
    }
}
