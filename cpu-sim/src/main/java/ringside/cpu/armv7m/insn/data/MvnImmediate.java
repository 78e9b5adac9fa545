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

/** MVN (immediate): {@code Rd = NOT constant}. @arm A7.7 MVN (immediate) */
public record MvnImmediate(int d, ModifiedImmediate immediate, boolean setFlags) implements ThumbInstruction {
    static final List<Encoding> ENCODINGS = List.of(
            Encoding.of("MVN (immediate) T1", "11110 i 00011 S 1111 0 iii dddd iiiiiiii", MvnImmediate::fromT1));

    private static ThumbInstruction fromT1(Fields f) {
        f.unpredictableIfSpOrPc('d');
        return new MvnImmediate(f.get('d'), ModifiedImmediate.of(f), f.flag('S'));
    }

    @Override
    public void execute(CortexM cpu) {
        int result = ~immediate.value();
        cpu.setR(d, result);
        if (setFlags) {
            cpu.setNzc(result, immediate.carry(cpu));
        }
    }

    @Override
    public Effects effects() {
        return Effects.NONE.writing(d).readingFlags("C").writingFlags(setFlags ? "NZC" : "");
    }

    @Override
    public AssemblyText assembly(int address) {
        return text(setFlags ? "mvns" : "mvn", r(d), immediate.text());
    }
}
