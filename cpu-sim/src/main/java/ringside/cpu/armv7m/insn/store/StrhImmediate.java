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

/** STRH (immediate): stores a halfword of {@code Rt} at {@code Rn} plus or minus a constant. @arm A7.7 STRH (immediate) */
public record StrhImmediate(int t, IndexedAddress location) implements ThumbInstruction {
    static final List<Encoding> ENCODINGS = List.of(
            Encoding.of("STRH (immediate) T1", "10000 iiiii nnn ttt", StrhImmediate::fromT1),
            Encoding.of("STRH (immediate) T2", "11111000 1010 nnnn tttt iiiiiiiiiiii", StrhImmediate::fromT2)
                    .wide(),
            Encoding.of("STRH (immediate) T3", "11111000 0010 nnnn tttt 1 P U W iiiiiiii", StrhImmediate::fromT3)
                    .see("STRHT"));

    private static ThumbInstruction fromT1(Fields f) {
        return new StrhImmediate(f.get('t'), IndexedAddress.of(f.get('n'), f.get('i') * 2));
    }

    private static ThumbInstruction fromT2(Fields f) {
        if (f.get('n') == CortexM.PC) {
            return f.undefined();
        }
        f.unpredictableIfSpOrPc('t');
        return new StrhImmediate(f.get('t'), IndexedAddress.of(f.get('n'), f.get('i')));
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
        return new StrhImmediate(f.get('t'), location);
    }

    @Override
    public void execute(CortexM cpu) {
        cpu.setMemU16(location.address(cpu), cpu.r(t));
        location.writeBack(cpu);
    }

    @Override
    public Effects effects() {
        return location.effects().reading(t).storing();
    }

    @Override
    public AssemblyText assembly(int address) {
        return text("strh", r(t), location.text());
    }
}
