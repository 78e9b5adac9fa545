package ringside.cpu.armv7m.insn.load;

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

/** LDRD (immediate): two registers = two words, at {@code Rn} plus or minus a constant. @arm A7.7 LDRD (immediate) */
public record LdrdImmediate(int t, int t2, IndexedAddress location) implements ThumbInstruction {
    static final List<Encoding> ENCODINGS = List.of(
            Encoding.of("LDRD (immediate) T1", "1110100 P U 1 W 1 nnnn tttt TTTT iiiiiiii", LdrdImmediate::fromT1)
                    .see("LDRD (literal)", "LDREX", "TBB"));

    private static ThumbInstruction fromT1(Fields f) {
        IndexedAddress location = IndexedAddress.ofPuw(f, 4);
        if (!location.index() && !location.wback()) {
            return f.undefined();
        }
        f.unpredictableIfSpOrPc('t', 'T');
        if (f.get('t') == f.get('T')) {
            f.unpredictableButExecuted("one register twice");
        }
        if (location.wback() && (f.get('n') == f.get('t') || f.get('n') == f.get('T'))) {
            f.unpredictableButExecuted("the base is also loaded");
        }
        return new LdrdImmediate(f.get('t'), f.get('T'), location);
    }

    @Override
    public void execute(CortexM cpu) {
        int from = location.address(cpu);
        int first = cpu.memA32(from);
        int second = cpu.memA32(from + 4);
        location.writeBack(cpu);
        cpu.setR(t, first);
        cpu.setR(t2, second);
    }

    @Override
    public Effects effects() {
        return location.effects().writing(t, t2).loading();
    }

    @Override
    public AssemblyText assembly(int address) {
        return text("ldrd", r(t), r(t2), location.text());
    }
}
