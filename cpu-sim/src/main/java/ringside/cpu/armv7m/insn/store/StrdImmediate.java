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

/** STRD (immediate): stores two registers as two words at {@code Rn} plus or minus a constant. @arm A7.7 STRD (immediate) */
public record StrdImmediate(int t, int t2, IndexedAddress location) implements ThumbInstruction {
    static final List<Encoding> ENCODINGS = List.of(
            Encoding.of("STRD (immediate) T1", "1110100 P U 1 W 0 nnnn tttt TTTT iiiiiiii", StrdImmediate::fromT1)
                    .see("STREX"));

    private static ThumbInstruction fromT1(Fields f) {
        IndexedAddress location = IndexedAddress.ofPuw(f, 4);
        if (!location.index() && !location.wback()) {
            return f.undefined();
        }
        f.unpredictableIfSpOrPc('t', 'T');
        f.mustNotBePc('n');
        if (location.wback() && (f.get('n') == f.get('t') || f.get('n') == f.get('T'))) {
            f.unpredictableButExecuted("the base is also stored");
        }
        return new StrdImmediate(f.get('t'), f.get('T'), location);
    }

    @Override
    public void execute(CortexM cpu) {
        int to = location.address(cpu);
        cpu.setMemA32(to, cpu.r(t));
        cpu.setMemA32(to + 4, cpu.r(t2));
        location.writeBack(cpu);
    }

    @Override
    public Effects effects() {
        return location.effects().reading(t, t2).storing();
    }

    @Override
    public AssemblyText assembly(int address) {
        return text("strd", r(t), r(t2), location.text());
    }
}
