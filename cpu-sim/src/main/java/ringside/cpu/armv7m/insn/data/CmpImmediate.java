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

/** CMP (immediate): flags of {@code Rn - constant}. @arm A7.7 CMP (immediate) */
public record CmpImmediate(int n, ModifiedImmediate immediate) implements ThumbInstruction {
    static final List<Encoding> ENCODINGS = List.of(
            Encoding.of("CMP (immediate) T1", "00101 nnn iiiiiiii", CmpImmediate::fromT1),
            Encoding.of("CMP (immediate) T2", "11110 i 011011 nnnn 0 iii 1111 iiiiiiii", CmpImmediate::fromT2)
                    .wide());

    private static ThumbInstruction fromT1(Fields f) {
        return new CmpImmediate(f.get('n'), ModifiedImmediate.plain(f.get('i')));
    }

    private static ThumbInstruction fromT2(Fields f) {
        f.unpredictableIfPc('n');
        return new CmpImmediate(f.get('n'), ModifiedImmediate.of(f));
    }

    @Override
    public void execute(CortexM cpu) {
        cpu.setNzcv(Arithmetic.addWithCarry(cpu.r(n), ~immediate.value(), true));
    }

    @Override
    public Effects effects() {
        return Effects.NONE.reading(n).writingFlags("NZCV");
    }

    @Override
    public AssemblyText assembly(int address) {
        return text("cmp", r(n), immediate.text());
    }
}
