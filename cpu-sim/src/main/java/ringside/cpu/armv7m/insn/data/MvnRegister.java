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

/** MVN (register): {@code Rd = NOT shifted(Rm)}. @arm A7.7 MVN (register) */
public record MvnRegister(int d, int m, Shift shift, boolean setFlags) implements ThumbInstruction {
    static final List<Encoding> ENCODINGS = List.of(
            Encoding.of("MVN (register) T1", "010000 1111 mmm ddd", MvnRegister::fromT1),
            Encoding.of("MVN (register) T2", "11101010011 S 1111 (0) iii dddd ii tt mmmm", MvnRegister::fromT2)
                    .wide());

    private static ThumbInstruction fromT1(Fields f) {
        return new MvnRegister(f.get('d'), f.get('m'), Shift.NONE, !f.inItBlock());
    }

    private static ThumbInstruction fromT2(Fields f) {
        f.unpredictableIfSpOrPc('d', 'm');
        return new MvnRegister(f.get('d'), f.get('m'), Shift.decode(f.get('t'), f.get('i')), f.flag('S'));
    }

    @Override
    public void execute(CortexM cpu) {
        Shifted shifted = shift.applyC(cpu.r(m), cpu.carry());
        int result = ~shifted.result();
        cpu.setR(d, result);
        if (setFlags) {
            cpu.setNzc(result, shifted.carry());
        }
    }

    @Override
    public Effects effects() {
        return Effects.NONE.reading(m).writing(d).readingFlags("C").writingFlags(setFlags ? "NZC" : "");
    }

    @Override
    public AssemblyText assembly(int address) {
        return text(setFlags ? "mvns" : "mvn", r(d), r(m), shift.text());
    }
}
