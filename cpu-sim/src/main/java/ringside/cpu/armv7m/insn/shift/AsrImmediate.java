package ringside.cpu.armv7m.insn.shift;

import static ringside.cpu.armv7m.insn.Syntax.imm;
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

/** ASR (immediate): {@code Rd = Rm} shifted right by a constant of 1 to 32, copies of the sign entering. @arm A7.7 ASR (immediate) */
public record AsrImmediate(int d, int m, Shift shift, boolean setFlags) implements ThumbInstruction {
    static final List<Encoding> ENCODINGS = List.of(
            Encoding.of("ASR (immediate) T1", "00010 iiiii mmm ddd", AsrImmediate::fromT1),
            Encoding.of("ASR (immediate) T2", "11101010010 S 1111 (0) iii dddd ii 10 mmmm", AsrImmediate::fromT2)
                    .wide());

    private static ThumbInstruction fromT1(Fields f) {
        return new AsrImmediate(f.get('d'), f.get('m'), Shift.decode(2, f.get('i')), !f.inItBlock());
    }

    private static ThumbInstruction fromT2(Fields f) {
        f.unpredictableIfSpOrPc('d', 'm');
        return new AsrImmediate(f.get('d'), f.get('m'), Shift.decode(2, f.get('i')), f.flag('S'));
    }

    @Override
    public void execute(CortexM cpu) {
        Shifted shifted = shift.applyC(cpu.r(m), cpu.carry());
        cpu.setR(d, shifted.result());
        if (setFlags) {
            cpu.setNzc(shifted.result(), shifted.carry());
        }
    }

    @Override
    public Effects effects() {
        return Effects.NONE.reading(m).writing(d).readingFlags("C").writingFlags(setFlags ? "NZC" : "");
    }

    @Override
    public AssemblyText assembly(int address) {
        return text(setFlags ? "asrs" : "asr", r(d), r(m), imm(shift.amount()));
    }
}
