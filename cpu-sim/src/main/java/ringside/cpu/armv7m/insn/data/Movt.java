package ringside.cpu.armv7m.insn.data;

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

/** MOVT: {@code Rd<31:16> = constant}. @arm A7.7 MOVT */
public record Movt(int d, int imm16) implements ThumbInstruction {
    static final List<Encoding> ENCODINGS =
            List.of(Encoding.of("MOVT T1", "11110 i 101100 xxxx 0 iii dddd iiiiiiii", Movt::fromT1));

    private static ThumbInstruction fromT1(Fields f) {
        f.unpredictableIfSpOrPc('d');
        return new Movt(f.get('d'), (f.get('x') << 12) | f.get('i'));
    }

    @Override
    public void execute(CortexM cpu) {
        cpu.setR(d, (imm16 << 16) | (cpu.r(d) & 0xFFFF));
    }

    @Override
    public Effects effects() {
        return Effects.NONE.reading(d).writing(d);
    }

    @Override
    public AssemblyText assembly(int address) {
        return text("movt", r(d), imm(imm16));
    }
}
