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

/** ORN (immediate): {@code Rd = Rn OR NOT constant}. @arm A7.7 ORN (immediate) */
public record OrnImmediate(int d, int n, ModifiedImmediate immediate, boolean setFlags) implements ThumbInstruction {
    static final List<Encoding> ENCODINGS =
            List.of(Encoding.of("ORN (immediate) T1", "11110 i 0 0011 S nnnn 0 iii dddd iiiiiiii", OrnImmediate::fromT1)
                    .see("MVN (immediate)"));

    private static ThumbInstruction fromT1(Fields f) {
        f.unpredictableIfSpOrPc('d', 'n');
        return new OrnImmediate(f.get('d'), f.get('n'), ModifiedImmediate.of(f), f.flag('S'));
    }

    @Override
    public void execute(CortexM cpu) {
        int result = cpu.r(n) | ~immediate.value();
        cpu.setR(d, result);
        if (setFlags) {
            cpu.setNzc(result, immediate.carry(cpu));
        }
    }

    @Override
    public Effects effects() {
        return Effects.NONE.reading(n).writing(d).readingFlags("C").writingFlags(setFlags ? "NZC" : "");
    }

    @Override
    public AssemblyText assembly(int address) {
        return text(setFlags ? "orns" : "orn", r(d), r(n), immediate.text());
    }
}
