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
import ringside.cpu.armv7m.insn.ModifiedImmediate;

/** CMN (immediate): flags of {@code Rn + constant}. @arm A7.7 CMN (immediate) */
public record CmnImmediate(int n, ModifiedImmediate immediate) implements ThumbInstruction {
    static final List<Encoding> ENCODINGS =
            List.of(Encoding.of("CMN (immediate) T1", "11110 i 010001 nnnn 0 iii 1111 iiiiiiii", CmnImmediate::fromT1)
                    .wide());

    private static ThumbInstruction fromT1(Fields f) {
        f.unpredictableIfPc('n');
        return new CmnImmediate(f.get('n'), ModifiedImmediate.of(f));
    }

    @Override
    public void execute(CortexM cpu) {
        cpu.setNzcv(Arithmetic.addWithCarry(cpu.r(n), immediate.value(), false));
    }

    @Override
    public Effects effects() {
        return Effects.NONE.reading(n).writingFlags("NZCV");
    }

    @Override
    public AssemblyText assembly(int address) {
        return text("cmn", r(n), immediate.text());
    }
}
