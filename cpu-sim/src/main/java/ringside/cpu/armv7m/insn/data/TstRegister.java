package ringside.cpu.armv7m.insn.data;

import static ringside.cpu.armv7m.insn.Syntax.r;
import static ringside.cpu.armv7m.insn.Syntax.text;

import java.util.List;
import ringside.cpu.armv7m.Arithmetic.Shifted;
import ringside.cpu.armv7m.AssemblyText;
import ringside.cpu.armv7m.CortexM;
import ringside.cpu.armv7m.Effects;
import ringside.cpu.armv7m.ThumbInstruction;
import ringside.cpu.armv7m.insn.Encoding;
import ringside.cpu.armv7m.insn.Fields;
import ringside.cpu.armv7m.insn.Shift;

/** TST (register): flags of {@code Rn AND shifted(Rm)}. @arm A7.7 TST (register) */
public record TstRegister(int n, int m, Shift shift) implements ThumbInstruction {
    static final List<Encoding> ENCODINGS = List.of(
            Encoding.of("TST (register) T1", "010000 1000 mmm nnn", TstRegister::fromT1),
            Encoding.of("TST (register) T2", "1110101 0000 1 nnnn (0) iii 1111 ii tt mmmm", TstRegister::fromT2)
                    .wide());

    private static ThumbInstruction fromT1(Fields f) {
        return new TstRegister(f.get('n'), f.get('m'), Shift.NONE);
    }

    private static ThumbInstruction fromT2(Fields f) {
        f.unpredictableIfSpOrPc('n', 'm');
        return new TstRegister(f.get('n'), f.get('m'), Shift.decode(f.get('t'), f.get('i')));
    }

    @Override
    public void execute(CortexM cpu) {
        Shifted shifted = shift.applyC(cpu.r(m), cpu.carry());
        cpu.setNzc(cpu.r(n) & shifted.result(), shifted.carry());
    }

    @Override
    public Effects effects() {
        return Effects.NONE.reading(n, m).readingFlags("C").writingFlags("NZC");
    }

    @Override
    public AssemblyText assembly(int address) {
        return text("tst", r(n), r(m), shift.text());
    }
}
