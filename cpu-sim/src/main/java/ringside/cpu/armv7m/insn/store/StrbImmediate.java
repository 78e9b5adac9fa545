package ringside.cpu.armv7m.insn.store;

import static ringside.cpu.armv7m.insn.Syntax.r;
import static ringside.cpu.armv7m.insn.Syntax.text;

import java.util.List;
import ringside.cpu.armv7m.AssemblyText;
import ringside.cpu.armv7m.CortexM;
import ringside.cpu.armv7m.Effects;
import ringside.cpu.armv7m.ThumbInstruction;
import ringside.cpu.armv7m.insn.Encoding;
import ringside.cpu.armv7m.insn.Fields;
import ringside.cpu.armv7m.insn.IndexedAddress;

/** STRB (immediate): stores a byte of {@code Rt} at {@code Rn} plus or minus a constant. @arm A7.7 STRB (immediate) */
public record StrbImmediate(int t, IndexedAddress location) implements ThumbInstruction {
    static final List<Encoding> ENCODINGS = List.of(
            Encoding.of("STRB (immediate) T1", "01110 iiiii nnn ttt", StrbImmediate::fromT1),
            Encoding.of("STRB (immediate) T2", "11111000 1000 nnnn tttt iiiiiiiiiiii", StrbImmediate::fromT2)
                    .wide(),
            Encoding.of("STRB (immediate) T3", "11111000 0000 nnnn tttt 1 P U W iiiiiiii", StrbImmediate::fromT3)
                    .see("STRBT"));

    private static ThumbInstruction fromT1(Fields f) {
        return new StrbImmediate(f.get('t'), IndexedAddress.of(f.get('n'), f.get('i')));
    }

    private static ThumbInstruction fromT2(Fields f) {
        if (f.get('n') == CortexM.PC) {
            return f.undefined();
        }
        f.unpredictableIfSpOrPc('t');
        return new StrbImmediate(f.get('t'), IndexedAddress.of(f.get('n'), f.get('i')));
    }

    private static ThumbInstruction fromT3(Fields f) {
        IndexedAddress location = IndexedAddress.ofPuw(f, 1);
        if (f.get('n') == CortexM.PC || !location.index() && !location.wback()) {
            return f.undefined();
        }
        f.unpredictableIfSpOrPc('t');
        if (location.wback() && f.get('n') == f.get('t')) {
            f.unpredictableButExecuted("the base is also stored");
        }
        return new StrbImmediate(f.get('t'), location);
    }

    @Override
    public void execute(CortexM cpu) {
        cpu.setMemU8(location.address(cpu), cpu.r(t));
        location.writeBack(cpu);
    }

    @Override
    public Effects effects() {
        return location.effects().reading(t).storing();
    }

    @Override
    public AssemblyText assembly(int address) {
        return text("strb", r(t), location.text());
    }
}
