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

/** LDRB (immediate): {@code Rt} = a byte, zero-extended, at {@code Rn} plus or minus a constant. @arm A7.7 LDRB (immediate) */
public record LdrbImmediate(int t, IndexedAddress location) implements ThumbInstruction {
    static final List<Encoding> ENCODINGS = List.of(
            Encoding.of("LDRB (immediate) T1", "01111 iiiii nnn ttt", LdrbImmediate::fromT1),
            Encoding.of("LDRB (immediate) T2", "11111000 1001 nnnn tttt iiiiiiiiiiii", LdrbImmediate::fromT2)
                    .wide()
                    .see("LDRB (literal)", "PLD"),
            Encoding.of("LDRB (immediate) T3", "11111000 0001 nnnn tttt 1 P U W iiiiiiii", LdrbImmediate::fromT3)
                    .see("LDRBT", "LDRB (literal)", "PLD"));

    private static ThumbInstruction fromT1(Fields f) {
        return new LdrbImmediate(f.get('t'), IndexedAddress.of(f.get('n'), f.get('i')));
    }

    private static ThumbInstruction fromT2(Fields f) {
        f.unpredictableIfSp('t');
        return new LdrbImmediate(f.get('t'), IndexedAddress.of(f.get('n'), f.get('i')));
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
        return new LdrbImmediate(f.get('t'), location);
    }

    @Override
    public void execute(CortexM cpu) {
        int data = cpu.memU8(location.address(cpu));
        location.writeBack(cpu);
        cpu.setR(t, data);
    }

    @Override
    public Effects effects() {
        return location.effects().writing(t).loading();
    }

    @Override
    public AssemblyText assembly(int address) {
        return text("ldrb", r(t), location.text());
    }
}
