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

/** LDRH (immediate): {@code Rt} = a halfword, zero-extended, at {@code Rn} plus or minus a constant. @arm A7.7 LDRH (immediate) */
public record LdrhImmediate(int t, IndexedAddress location) implements ThumbInstruction {
    static final List<Encoding> ENCODINGS = List.of(
            Encoding.of("LDRH (immediate) T1", "10001 iiiii nnn ttt", LdrhImmediate::fromT1),
            Encoding.of("LDRH (immediate) T2", "11111000 1011 nnnn tttt iiiiiiiiiiii", LdrhImmediate::fromT2)
                    .wide()
                    .see("LDRH (literal)", "memory hint"),
            Encoding.of("LDRH (immediate) T3", "11111000 0011 nnnn tttt 1 P U W iiiiiiii", LdrhImmediate::fromT3)
                    .see("LDRHT", "LDRH (literal)", "memory hint"));

    private static ThumbInstruction fromT1(Fields f) {
        return new LdrhImmediate(f.get('t'), IndexedAddress.of(f.get('n'), f.get('i') * 2));
    }

    private static ThumbInstruction fromT2(Fields f) {
        f.unpredictableIfSp('t');
        return new LdrhImmediate(f.get('t'), IndexedAddress.of(f.get('n'), f.get('i')));
    }

    private static ThumbInstruction fromT3(Fields f) {
        IndexedAddress location = IndexedAddress.ofPuw(f, 1);
        if (!location.index() && !location.wback()) {
            return f.undefined();
        }
        f.unpredictableIfSpOrPc('t');
        if (location.wback() && f.get('n') == f.get('t')) {
            f.unpredictableButExecuted("the base is also loaded");
        }
        return new LdrhImmediate(f.get('t'), location);
    }

    @Override
    public void execute(CortexM cpu) {
        int data = cpu.memU16(location.address(cpu));
        location.writeBack(cpu);
        cpu.setR(t, data);
    }

    @Override
    public Effects effects() {
        return location.effects().writing(t).loading();
    }

    @Override
    public AssemblyText assembly(int address) {
        return text("ldrh", r(t), location.text());
    }
}
