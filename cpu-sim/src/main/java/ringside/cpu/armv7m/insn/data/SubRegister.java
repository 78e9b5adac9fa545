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

/** SUB (register): {@code Rd = Rn - shifted(Rm)}, where Rn may be SP. @arm A7.7 SUB (register) */
public record SubRegister(int d, int n, int m, Shift shift, boolean setFlags) implements ThumbInstruction {
    static final List<Encoding> ENCODINGS = List.of(
            Encoding.of("SUB (register) T1", "0001101 mmm nnn ddd", SubRegister::fromT1),
            Encoding.of("SUB (register) T2", "11101011101 S nnnn (0) iii dddd ii tt mmmm", SubRegister::fromT2)
                    .wide()
                    .see("CMP (register)", "SUB (SP"),
            Encoding.of(
                            "SUB (SP minus register) T1",
                            "11101011101 S 1101 (0) iii dddd ii tt mmmm",
                            SubRegister::fromSpT1)
                    .wide()
                    .see("CMP (register)"));

    private static ThumbInstruction fromT1(Fields f) {
        return new SubRegister(f.get('d'), f.get('n'), f.get('m'), Shift.NONE, !f.inItBlock());
    }

    private static ThumbInstruction fromT2(Fields f) {
        f.unpredictableIfSpOrPc('d', 'm');
        f.unpredictableIfPc('n');
        return new SubRegister(f.get('d'), f.get('n'), f.get('m'), Shift.decode(f.get('t'), f.get('i')), f.flag('S'));
    }

    private static ThumbInstruction fromSpT1(Fields f) {
        f.unpredictableIfPc('d');
        f.unpredictableIfSpOrPc('m');
        Shift shift = Shift.decode(f.get('t'), f.get('i'));
        if (f.get('d') == CortexM.SP && (shift.type() != Shift.Type.LSL || shift.amount() > 3)) {
            f.unpredictableButExecuted("SP from another shift than LSL #0 to #3");
        }
        return new SubRegister(f.get('d'), CortexM.SP, f.get('m'), shift, f.flag('S'));
    }

    @Override
    public void execute(CortexM cpu) {
        int shifted = shift.apply(cpu.r(m), cpu.carry());
        Sum sum = Arithmetic.addWithCarry(cpu.r(n), ~shifted, true);
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
        return text(setFlags ? "subs" : "sub", r(d), r(n), r(m), shift.text());
    }
}
