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

/** ADD (register): {@code Rd = Rn + shifted(Rm)}, where Rn may be SP. @arm A7.7 ADD (register) */
public record AddRegister(int d, int n, int m, Shift shift, boolean setFlags) implements ThumbInstruction {
    static final List<Encoding> ENCODINGS = List.of(
            Encoding.of("ADD (register) T1", "0001100 mmm nnn ddd", AddRegister::fromT1),
            Encoding.of("ADD (register) T2", "01000100 D mmmm ddd", AddRegister::fromT2)
                    .rdn()
                    .see("ADD (SP"),
            Encoding.of("ADD (register) T3", "11101011000 S nnnn (0) iii dddd ii tt mmmm", AddRegister::fromT3)
                    .wide()
                    .see("CMN (register)", "ADD (SP"),
            Encoding.of("ADD (SP plus register) T1", "01000100 D 1101 ddd", AddRegister::fromSpT1),
            Encoding.of("ADD (SP plus register) T2", "010001001 mmmm 101", AddRegister::fromSpT2)
                    .rdn()
                    .see("ADD (SP plus register) T1"),
            Encoding.of(
                            "ADD (SP plus register) T3",
                            "11101011000 S 1101 (0) iii dddd ii tt mmmm",
                            AddRegister::fromSpT3)
                    .wide()
                    .see("CMN (register)"));

    private static ThumbInstruction fromT1(Fields f) {
        return new AddRegister(f.get('d'), f.get('n'), f.get('m'), Shift.NONE, !f.inItBlock());
    }

    private static ThumbInstruction fromT2(Fields f) {
        int d = f.get('D', 'd', 3);
        int m = f.get('m');
        f.unpredictableIfPcBeforeEndOfItBlock(d);
        if (d == CortexM.PC && m == CortexM.PC) {
            f.unpredictableButExecuted("PC added to PC");
        }
        return new AddRegister(d, d, m, Shift.NONE, false);
    }

    private static ThumbInstruction fromT3(Fields f) {
        f.unpredictableIfSpOrPc('d', 'm');
        f.unpredictableIfPc('n');
        return new AddRegister(f.get('d'), f.get('n'), f.get('m'), Shift.decode(f.get('t'), f.get('i')), f.flag('S'));
    }

    private static ThumbInstruction fromSpT1(Fields f) {
        int d = f.get('D', 'd', 3);
        f.unpredictableIfPcBeforeEndOfItBlock(d);
        return new AddRegister(d, CortexM.SP, d, Shift.NONE, false);
    }

    private static ThumbInstruction fromSpT2(Fields f) {
        return new AddRegister(CortexM.SP, CortexM.SP, f.get('m'), Shift.NONE, false);
    }

    private static ThumbInstruction fromSpT3(Fields f) {
        f.unpredictableIfPc('d');
        f.unpredictableIfSpOrPc('m');
        Shift shift = Shift.decode(f.get('t'), f.get('i'));
        if (f.get('d') == CortexM.SP && (shift.type() != Shift.Type.LSL || shift.amount() > 3)) {
            f.unpredictableButExecuted("SP from another shift than LSL #0 to #3");
        }
        return new AddRegister(f.get('d'), CortexM.SP, f.get('m'), shift, f.flag('S'));
    }

    @Override
    public void execute(CortexM cpu) {
        int shifted = shift.apply(cpu.r(m), cpu.carry());
        Sum sum = Arithmetic.addWithCarry(cpu.r(n), shifted, false);
        if (d == CortexM.PC) {
            cpu.aluWritePc(sum.result());
            return;
        }
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
        return text(setFlags ? "adds" : "add", r(d), r(n), r(m), shift.text());
    }
}
