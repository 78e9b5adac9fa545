package ringside.cpu.armv7m.insn.load;

import static ringside.cpu.armv7m.insn.Syntax.text;

import java.util.List;
import ringside.cpu.armv7m.AssemblyText;
import ringside.cpu.armv7m.CortexM;
import ringside.cpu.armv7m.Effects;
import ringside.cpu.armv7m.ThumbInstruction;
import ringside.cpu.armv7m.insn.Encoding;
import ringside.cpu.armv7m.insn.Fields;
import ringside.cpu.armv7m.insn.IndexedAddress;

/** PLI (immediate): hints that instructions at {@code Rn} plus a constant will be wanted. @arm A7.7 PLI (immediate) */
public record PliImmediate(IndexedAddress location) implements ThumbInstruction {
    static final List<Encoding> ENCODINGS = List.of(
            Encoding.of("PLI (immediate) T1", "11111001 1001 nnnn 1111 iiiiiiiiiiii", PliImmediate::fromT1)
                    .see("PLI (literal)"),
            Encoding.of("PLI (immediate) T2", "11111001 0001 nnnn 1111 1100 iiiiiiii", PliImmediate::fromT2)
                    .see("PLI (literal)"));

    private static ThumbInstruction fromT1(Fields f) {
        return new PliImmediate(IndexedAddress.of(f.get('n'), f.get('i')));
    }

    private static ThumbInstruction fromT2(Fields f) {
        return new PliImmediate(new IndexedAddress(f.get('n'), f.get('i'), true, false, false));
    }

    @Override
    public void execute(CortexM cpu) {
        // Nothing: there is no cache.
    }

    @Override
    public Effects effects() {
        return Effects.NONE;
    }

    @Override
    public AssemblyText assembly(int address) {
        return text("pli", location.text());
    }
}
