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

/** EOR (register): {@code Rd = Rn EOR shifted(Rm)}. @arm A7.7 EOR (register) */
public record EorRegister(int d, int n, int m, Shift shift, boolean setFlags) implements ThumbInstruction {
    static final List<Encoding> ENCODINGS = List.of(
            Encoding.of("EOR (register) T1", "010000 0001 mmm ddd", EorRegister::fromT1)
                    .rdn(),
            Encoding.of("EOR (register) T2", "11101 01 0100 S nnnn (0) iii dddd ii tt mmmm", EorRegister::fromT2)
                    .wide()
                    .see("TEQ (register)"));

    private static ThumbInstruction fromT1(Fields f) {
        return new EorRegister(f.get('d'), f.get('d'), f.get('m'), Shift.NONE, !f.inItBlock());
    }

    private static ThumbInstruction fromT2(Fields f) {
        f.unpredictableIfSpOrPc('d', 'n', 'm');
        return new EorRegister(f.get('d'), f.get('n'), f.get('m'), Shift.decode(f.get('t'), f.get('i')), f.flag('S'));
    }

    @Override
    public void execute(CortexM cpu) {
        Shifted shifted = shift.applyC(cpu.r(m), cpu.carry());
        int result = cpu.r(n) ^ shifted.result();
        cpu.setR(d, result);
        if (setFlags) {
            cpu.setNzc(result, shifted.carry());
        }
    }

    @Override
    public Effects effects() {
        return Effects.NONE.reading(n, m).writing(d).readingFlags("C").writingFlags(setFlags ? "NZC" : "");
    }

    @Override
    public AssemblyText assembly(int address) {
        return text(setFlags ? "eors" : "eor", r(d), r(n), r(m), shift.text());
    }
}
