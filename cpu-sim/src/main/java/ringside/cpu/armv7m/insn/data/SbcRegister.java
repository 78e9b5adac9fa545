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

/** SBC (register): {@code Rd = Rn - shifted(Rm) - NOT C}. @arm A7.7 SBC (register) */
public record SbcRegister(int d, int n, int m, Shift shift, boolean setFlags) implements ThumbInstruction {
    static final List<Encoding> ENCODINGS = List.of(
            Encoding.of("SBC (register) T1", "010000 0110 mmm ddd", SbcRegister::fromT1)
                    .rdn(),
            Encoding.of("SBC (register) T2", "11101 01 1011 S nnnn (0) iii dddd ii tt mmmm", SbcRegister::fromT2)
                    .wide());

    private static ThumbInstruction fromT1(Fields f) {
        return new SbcRegister(f.get('d'), f.get('d'), f.get('m'), Shift.NONE, !f.inItBlock());
    }

    private static ThumbInstruction fromT2(Fields f) {
        f.unpredictableIfSpOrPc('d', 'n', 'm');
        return new SbcRegister(f.get('d'), f.get('n'), f.get('m'), Shift.decode(f.get('t'), f.get('i')), f.flag('S'));
    }

    @Override
    public void execute(CortexM cpu) {
        int shifted = shift.apply(cpu.r(m), cpu.carry());
        Sum sum = Arithmetic.addWithCarry(cpu.r(n), ~shifted, cpu.carry());
        cpu.setR(d, sum.result());
        if (setFlags) {
            cpu.setNzcv(sum);
        }
    }

    @Override
    public Effects effects() {
        return Effects.NONE.reading(n, m).writing(d).readingFlags("C").writingFlags(setFlags ? "NZCV" : "");
    }

    @Override
    public AssemblyText assembly(int address) {
        return text(setFlags ? "sbcs" : "sbc", r(d), r(n), r(m), shift.text());
    }
}
