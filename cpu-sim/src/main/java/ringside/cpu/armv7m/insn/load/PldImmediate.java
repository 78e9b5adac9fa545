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

/** PLD (immediate): hints that data at {@code Rn} plus a constant will be wanted. @arm A7.7 PLD (immediate) */
public record PldImmediate(IndexedAddress location) implements ThumbInstruction {
    static final List<Encoding> ENCODINGS = List.of(
            Encoding.of("PLD (immediate) T1", "11111000 1001 nnnn 1111 iiiiiiiiiiii", PldImmediate::fromT1)
                    .see("PLD (literal)"),
            Encoding.of("PLD (immediate) T2", "11111000 0001 nnnn 1111 1100 iiiiiiii", PldImmediate::fromT2)
                    .see("PLD (literal)"));

    private static ThumbInstruction fromT1(Fields f) {
        return new PldImmediate(IndexedAddress.of(f.get('n'), f.get('i')));
    }

    private static ThumbInstruction fromT2(Fields f) {
        return new PldImmediate(new IndexedAddress(f.get('n'), f.get('i'), true, false, false));
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
        return text("pld", location.text());
    }
}
