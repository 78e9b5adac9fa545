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

/** UXTH: {@code Rd} = the low halfword of rotated {@code Rm}, zero-extended. @arm A7.7 UXTH */
public record Uxth(int d, int m, int rotation) implements ThumbInstruction {
    static final List<Encoding> ENCODINGS = List.of(
            Encoding.of("UXTH T1", "10110010 10 mmm ddd", Uxth::fromT1),
            Encoding.of("UXTH T2", "11111010 0001 1111 1111 dddd 1 (0) rr mmmm", Uxth::fromT2)
                    .wide());

    private static ThumbInstruction fromT1(Fields f) {
        return new Uxth(f.get('d'), f.get('m'), 0);
    }

    private static ThumbInstruction fromT2(Fields f) {
        f.unpredictableIfSpOrPc('d', 'm');
        return new Uxth(f.get('d'), f.get('m'), f.get('r') << 3);
    }

    @Override
    public void execute(CortexM cpu) {
        int rotated = Integer.rotateRight(cpu.r(m), rotation);
        cpu.setR(d, rotated & 0xFFFF);
    }

    @Override
    public Effects effects() {
        return Effects.NONE.reading(m).writing(d);
    }

    @Override
    public AssemblyText assembly(int address) {
        return text("uxth", r(d), r(m), rotation == 0 ? "" : "ror " + imm(rotation));
    }
}
