package ringside.cpu.armv7m.insn.data;

import static ringside.cpu.armv7m.insn.Syntax.r;
import static ringside.cpu.armv7m.insn.Syntax.text;

import java.util.List;
import ringside.cpu.armv7m.Arithmetic;
import ringside.cpu.armv7m.Arithmetic.Sum;
import ringside.cpu.armv7m.AssemblyText;
import ringside.cpu.armv7m.CortexM;
import ringside.cpu.armv7m.Effects;
import ringside.cpu.armv7m.ThumbInstruction;
import ringside.cpu.armv7m.insn.Encoding;
import ringside.cpu.armv7m.insn.Fields;
import ringside.cpu.armv7m.insn.Shift;

/** RSB (register): {@code Rd = shifted(Rm) - Rn}. @arm A7.7 RSB (register) */
public record RsbRegister(int d, int n, int m, Shift shift, boolean setFlags) implements ThumbInstruction {
    static final List<Encoding> ENCODINGS = List.of(
            Encoding.of("RSB (register) T1", "11101 01 1110 S nnnn (0) iii dddd ii tt mmmm", RsbRegister::fromT1));

    private static ThumbInstruction fromT1(Fields f) {
        f.unpredictableIfSpOrPc('d', 'n', 'm');
        return new RsbRegister(f.get('d'), f.get('n'), f.get('m'), Shift.decode(f.get('t'), f.get('i')), f.flag('S'));
    }

    @Override
    public void execute(CortexM cpu) {
        int shifted = shift.apply(cpu.r(m), cpu.carry());
        Sum sum = Arithmetic.addWithCarry(~cpu.r(n), shifted, true);
        cpu.setR(d, sum.result());
        if (setFlags) {
            cpu.setNzcv(sum);
        }
    }

    @Override
    public Effects effects() {
        return Effects.NONE
                .reading(n, m)
                .writing(d)
                .readingFlags(shift.flagsRead())
                .writingFlags(setFlags ? "NZCV" : "");
    }

    @Override
    public AssemblyText assembly(int address) {
        return text(setFlags ? "rsbs" : "rsb", r(d), r(n), r(m), shift.text());
    }
}
