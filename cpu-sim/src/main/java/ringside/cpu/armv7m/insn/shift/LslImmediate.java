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

/** LSL (immediate): {@code Rd = Rm} shifted left by a constant. @arm A7.7 LSL (immediate) */
public record LslImmediate(int d, int m, Shift shift, boolean setFlags) implements ThumbInstruction {
    static final List<Encoding> ENCODINGS = List.of(
            Encoding.of("LSL (immediate) T1", "00000 iiiii mmm ddd", LslImmediate::fromT1)
                    .see("MOV (register)"),
            Encoding.of("LSL (immediate) T2", "11101010010 S 1111 (0) iii dddd ii 00 mmmm", LslImmediate::fromT2)
                    .wide()
                    .see("MOV (register)"));

    private static ThumbInstruction fromT1(Fields f) {
        return new LslImmediate(f.get('d'), f.get('m'), Shift.decode(0, f.get('i')), !f.inItBlock());
    }

    private static ThumbInstruction fromT2(Fields f) {
        f.unpredictableIfSpOrPc('d', 'm');
        return new LslImmediate(f.get('d'), f.get('m'), Shift.decode(0, f.get('i')), f.flag('S'));
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
        return text(setFlags ? "lsls" : "lsl", r(d), r(m), imm(shift.amount()));
    }
}
