package ringside.cpu.armv7m.insn.shift;

import static ringside.cpu.armv7m.insn.Syntax.r;
import static ringside.cpu.armv7m.insn.Syntax.text;

import java.util.List;
import ringside.cpu.armv7m.Arithmetic;
import ringside.cpu.armv7m.Arithmetic.Shifted;
import ringside.cpu.armv7m.AssemblyText;
import ringside.cpu.armv7m.CortexM;
import ringside.cpu.armv7m.Effects;
import ringside.cpu.armv7m.ThumbInstruction;
import ringside.cpu.armv7m.insn.Encoding;
import ringside.cpu.armv7m.insn.Fields;

/** ASR (register): {@code Rd = Rn} shifted right, copies of the sign entering, by the number in {@code Rm<7:0>}. @arm A7.7 ASR (register) */
public record AsrRegister(int d, int n, int m, boolean setFlags) implements ThumbInstruction {
    static final List<Encoding> ENCODINGS = List.of(
            Encoding.of("ASR (register) T1", "010000 0100 mmm ddd", AsrRegister::fromT1)
                    .rdn(),
            Encoding.of("ASR (register) T2", "11111010 010 S nnnn 1111 dddd 0000 mmmm", AsrRegister::fromT2)
                    .wide());

    private static ThumbInstruction fromT1(Fields f) {
        return new AsrRegister(f.get('d'), f.get('d'), f.get('m'), !f.inItBlock());
    }

    private static ThumbInstruction fromT2(Fields f) {
        f.unpredictableIfSpOrPc('d', 'n', 'm');
        return new AsrRegister(f.get('d'), f.get('n'), f.get('m'), f.flag('S'));
    }

    @Override
    public void execute(CortexM cpu) {
        Shifted shifted = Arithmetic.asrC(cpu.r(n), cpu.r(m) & 0xFF, cpu.carry());
        cpu.setR(d, shifted.result());
        if (setFlags) {
            cpu.setNzc(shifted.result(), shifted.carry());
        }
    }

    @Override
    public Effects effects() {
        return Effects.NONE.reading(n, m).writing(d).readingFlags("C").writingFlags(setFlags ? "NZC" : "");
    }

    @Override
    public AssemblyText assembly(int address) {
        return text(setFlags ? "asrs" : "asr", r(d), r(n), r(m));
    }
}
