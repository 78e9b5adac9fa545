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

/** CMP (register): flags of {@code Rn - shifted(Rm)}. @arm A7.7 CMP (register) */
public record CmpRegister(int n, int m, Shift shift) implements ThumbInstruction {
    static final List<Encoding> ENCODINGS = List.of(
            Encoding.of("CMP (register) T1", "010000 1010 mmm nnn", CmpRegister::fromT1),
            Encoding.of("CMP (register) T2", "01000101 N mmmm nnn", CmpRegister::fromT2),
            Encoding.of("CMP (register) T3", "11101011101 1 nnnn (0) iii 1111 ii tt mmmm", CmpRegister::fromT3)
                    .wide());

    private static ThumbInstruction fromT1(Fields f) {
        return new CmpRegister(f.get('n'), f.get('m'), Shift.NONE);
    }

    private static ThumbInstruction fromT2(Fields f) {
        int n = f.get('N', 'n', 3);
        int m = f.get('m');
        if (n < 8 && m < 8) {
            f.unpredictableButExecuted("two low registers");
        }
        if (n == CortexM.PC || m == CortexM.PC) {
            f.unpredictableButExecuted("PC as an operand that must not be it");
        }
        return new CmpRegister(n, m, Shift.NONE);
    }

    private static ThumbInstruction fromT3(Fields f) {
        f.unpredictableIfPc('n');
        f.unpredictableIfSpOrPc('m');
        return new CmpRegister(f.get('n'), f.get('m'), Shift.decode(f.get('t'), f.get('i')));
    }

    @Override
    public void execute(CortexM cpu) {
        int shifted = shift.apply(cpu.r(m), cpu.carry());
        cpu.setNzcv(Arithmetic.addWithCarry(cpu.r(n), ~shifted, true));
    }

    @Override
    public Effects effects() {
        return Effects.NONE.reading(n, m).readingFlags(shift.flagsRead()).writingFlags("NZCV");
    }

    @Override
    public AssemblyText assembly(int address) {
        return text("cmp", r(n), r(m), shift.text());
    }
}
