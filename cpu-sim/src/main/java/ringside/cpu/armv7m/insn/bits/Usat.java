package ringside.cpu.armv7m.insn.bits;

import static ringside.cpu.armv7m.insn.Syntax.imm;
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

/** USAT: {@code Rd} = shifted {@code Rn}, as the nearest number of so many bits, unsigned. Q is set if that changes it. @arm A7.7 USAT */
public record Usat(int d, int n, int saturateTo, Shift shift) implements ThumbInstruction {
    static final List<Encoding> ENCODINGS =
            List.of(Encoding.of("USAT T1", "11110 (0) 1110 s 0 nnnn 0 iii dddd ii (0) wwwww", Usat::fromT1));

    private static ThumbInstruction fromT1(Fields f) {
        if (f.flag('s') && f.get('i') == 0) {
            return f.undefined(); // USAT16, of the DSP extension
        }
        f.unpredictableIfSpOrPc('d', 'n');
        return new Usat(f.get('d'), f.get('n'), f.get('w'), Shift.decode(f.get('s') << 1, f.get('i')));
    }

    @Override
    public void execute(CortexM cpu) {
        int operand = shift.apply(cpu.r(n), cpu.carry());
        int result = Arithmetic.unsignedSat(operand, saturateTo);
        cpu.setR(d, result);
        if (result != operand) {
            cpu.setSaturated();
        }
    }

    @Override
    public Effects effects() {
        return Effects.NONE
                .reading(n)
                .writing(d)
                .readingFlags(shift.flagsRead())
                .writingFlags("Q");
    }

    @Override
    public AssemblyText assembly(int address) {
        return text("usat", r(d), imm(saturateTo), r(n), shift.text());
    }
}
