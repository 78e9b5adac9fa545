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

/** LDRSH (immediate): {@code Rt} = a halfword, sign-extended, at {@code Rn} plus or minus a constant. @arm A7.7 LDRSH (immediate) */
public record LdrshImmediate(int t, IndexedAddress location) implements ThumbInstruction {
    static final List<Encoding> ENCODINGS = List.of(
            Encoding.of("LDRSH (immediate) T1", "11111001 1011 nnnn tttt iiiiiiiiiiii", LdrshImmediate::fromT1)
                    .wide()
                    .see("LDRSH (literal)", "memory hint"),
            Encoding.of("LDRSH (immediate) T2", "11111001 0011 nnnn tttt 1 P U W iiiiiiii", LdrshImmediate::fromT2)
                    .see("LDRSHT", "LDRSH (literal)", "memory hint"));

    private static ThumbInstruction fromT1(Fields f) {
        f.unpredictableIfSp('t');
        return new LdrshImmediate(f.get('t'), IndexedAddress.of(f.get('n'), f.get('i')));
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
        return new LdrshImmediate(f.get('t'), location);
    }

    @Override
    public void execute(CortexM cpu) {
        int data = (short) cpu.memU16(location.address(cpu));
        location.writeBack(cpu);
        cpu.setR(t, data);
    }

    @Override
    public Effects effects() {
        return location.effects().writing(t).loading();
    }

    @Override
    public AssemblyText assembly(int address) {
        return text("ldrsh", r(t), location.text());
    }
}
