package ringside.cpu.armv7m.insn.bits;

import static ringside.cpu.armv7m.insn.Syntax.imm;
import static ringside.cpu.armv7m.insn.Syntax.r;
import static ringside.cpu.armv7m.insn.Syntax.text;

import java.util.List;
import ringside.cpu.armv7m.AssemblyText;
import ringside.cpu.armv7m.CortexM;
import ringside.cpu.armv7m.Effects;
import ringside.cpu.armv7m.ThumbInstruction;
import ringside.cpu.armv7m.insn.Encoding;
import ringside.cpu.armv7m.insn.Fields;

/** SXTB: {@code Rd} = the low byte of rotated {@code Rm}, sign-extended. @arm A7.7 SXTB */
public record Sxtb(int d, int m, int rotation) implements ThumbInstruction {
    static final List<Encoding> ENCODINGS = List.of(
            Encoding.of("SXTB T1", "10110010 01 mmm ddd", Sxtb::fromT1),
            Encoding.of("SXTB T2", "11111010 0100 1111 1111 dddd 1 (0) rr mmmm", Sxtb::fromT2)
                    .wide());

    private static ThumbInstruction fromT1(Fields f) {
        return new Sxtb(f.get('d'), f.get('m'), 0);
    }

    private static ThumbInstruction fromT2(Fields f) {
        f.unpredictableIfSpOrPc('d', 'm');
        return new Sxtb(f.get('d'), f.get('m'), f.get('r') << 3);
    }

    @Override
    public void execute(CortexM cpu) {
        int rotated = Integer.rotateRight(cpu.r(m), rotation);
        cpu.setR(d, (byte) rotated);
    }

    @Override
    public Effects effects() {
        return Effects.NONE.reading(m).writing(d);
    }

    @Override
    public AssemblyText assembly(int address) {
        return text("sxtb", r(d), r(m), rotation == 0 ? "" : "ror " + imm(rotation));
    }
}
