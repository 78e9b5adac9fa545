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

/** TEQ (register): flags of {@code Rn EOR shifted(Rm)}. @arm A7.7 TEQ (register) */
public record TeqRegister(int n, int m, Shift shift) implements ThumbInstruction {
    static final List<Encoding> ENCODINGS =
            List.of(Encoding.of("TEQ (register) T1", "1110101 0100 1 nnnn (0) iii 1111 ii tt mmmm", TeqRegister::fromT1)
                    .wide());

    private static ThumbInstruction fromT1(Fields f) {
        f.unpredictableIfSpOrPc('n', 'm');
        return new TeqRegister(f.get('n'), f.get('m'), Shift.decode(f.get('t'), f.get('i')));
    }

    @Override
    public void execute(CortexM cpu) {
        Shifted shifted = shift.applyC(cpu.r(m), cpu.carry());
        cpu.setNzc(cpu.r(n) ^ shifted.result(), shifted.carry());
    }

    @Override
    public Effects effects() {
        return Effects.NONE.reading(n, m).readingFlags("C").writingFlags("NZC");
    }

    @Override
    public AssemblyText assembly(int address) {
        return text("teq", r(n), r(m), shift.text());
    }
}
