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

/** LDRSB (immediate): {@code Rt} = a byte, sign-extended, at {@code Rn} plus or minus a constant. @arm A7.7 LDRSB (immediate) */
public record LdrsbImmediate(int t, IndexedAddress location) implements ThumbInstruction {
    static final List<Encoding> ENCODINGS = List.of(
            Encoding.of("LDRSB (immediate) T1", "11111001 1001 nnnn tttt iiiiiiiiiiii", LdrsbImmediate::fromT1)
                    .wide()
                    .see("LDRSB (literal)", "PLI"),
            Encoding.of("LDRSB (immediate) T2", "11111001 0001 nnnn tttt 1 P U W iiiiiiii", LdrsbImmediate::fromT2)
                    .see("LDRSBT", "LDRSB (literal)", "PLI"));

    private static ThumbInstruction fromT1(Fields f) {
        f.unpredictableIfSp('t');
        return new LdrsbImmediate(f.get('t'), IndexedAddress.of(f.get('n'), f.get('i')));
    }

    private static ThumbInstruction fromT2(Fields f) {
        IndexedAddress location = IndexedAddress.ofPuw(f, 1);
        if (!location.index() && !location.wback()) {
            return f.undefined();
        }
        f.unpredictableIfSpOrPc('t');
        if (location.wback() && f.get('n') == f.get('t')) {
            f.unpredictableButExecuted("the base is also loaded");
        }
        return new LdrsbImmediate(f.get('t'), location);
    }

    @Override
    public void execute(CortexM cpu) {
        int data = (byte) cpu.memU8(location.address(cpu));
        location.writeBack(cpu);
        cpu.setR(t, data);
    }

    @Override
    public Effects effects() {
        return location.effects().writing(t).loading();
    }

    @Override
    public AssemblyText assembly(int address) {
        return text("ldrsb", r(t), location.text());
    }
}
