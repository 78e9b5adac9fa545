package ringside.cpu.armv7m.insn.data;

import static ringside.cpu.armv7m.insn.Syntax.r;
import static ringside.cpu.armv7m.insn.Syntax.text;

import java.util.List;
import ringside.cpu.armv7m.AssemblyText;
import ringside.cpu.armv7m.CortexM;
import ringside.cpu.armv7m.Effects;
import ringside.cpu.armv7m.ThumbInstruction;
import ringside.cpu.armv7m.insn.Encoding;
import ringside.cpu.armv7m.insn.Fields;
import ringside.cpu.armv7m.insn.ModifiedImmediate;

/** TST (immediate): flags of {@code Rn AND constant}. @arm A7.7 TST (immediate) */
public record TstImmediate(int n, ModifiedImmediate immediate) implements ThumbInstruction {
    static final List<Encoding> ENCODINGS =
            List.of(Encoding.of("TST (immediate) T1", "11110 i 0 0000 1 nnnn 0 iii 1111 iiiiiiii", TstImmediate::fromT1)
                    .wide());

    private static ThumbInstruction fromT1(Fields f) {
        f.unpredictableIfSpOrPc('n');
        return new TstImmediate(f.get('n'), ModifiedImmediate.of(f));
    }

    @Override
    public void execute(CortexM cpu) {
        cpu.setNzc(cpu.r(n) & immediate.value(), immediate.carry(cpu));
    }

    @Override
    public Effects effects() {
        return Effects.NONE.reading(n).readingFlags("C").writingFlags("NZC");
    }

    @Override
    public AssemblyText assembly(int address) {
        return text("tst", r(n), immediate.text());
    }
}
