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

/** ORR (immediate): {@code Rd = Rn OR constant}. @arm A7.7 ORR (immediate) */
public record OrrImmediate(int d, int n, ModifiedImmediate immediate, boolean setFlags) implements ThumbInstruction {
    static final List<Encoding> ENCODINGS =
            List.of(Encoding.of("ORR (immediate) T1", "11110 i 0 0010 S nnnn 0 iii dddd iiiiiiii", OrrImmediate::fromT1)
                    .see("MOV (immediate)"));

    private static ThumbInstruction fromT1(Fields f) {
        f.unpredictableIfSpOrPc('d', 'n');
        return new OrrImmediate(f.get('d'), f.get('n'), ModifiedImmediate.of(f), f.flag('S'));
    }

    @Override
    public void execute(CortexM cpu) {
        int result = cpu.r(n) | immediate.value();
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
        return text(setFlags ? "orrs" : "orr", r(d), r(n), immediate.text());
    }
}
