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

/** STR (immediate): stores a word of {@code Rt} at {@code Rn} plus or minus a constant. @arm A7.7 STR (immediate) */
public record StrImmediate(int t, IndexedAddress location) implements ThumbInstruction {
    static final List<Encoding> ENCODINGS = List.of(
            Encoding.of("STR (immediate) T1", "01100 iiiii nnn ttt", StrImmediate::fromT1),
            Encoding.of("STR (immediate) T2", "10010 ttt iiiiiiii", StrImmediate::fromT2),
            Encoding.of("STR (immediate) T3", "11111000 1100 nnnn tttt iiiiiiiiiiii", StrImmediate::fromT3)
                    .wide(),
            Encoding.of("STR (immediate) T4", "11111000 0100 nnnn tttt 1 P U W iiiiiiii", StrImmediate::fromT4)
                    .see("STRT", "PUSH T3"));

    private static ThumbInstruction fromT1(Fields f) {
        return new StrImmediate(f.get('t'), IndexedAddress.of(f.get('n'), f.get('i') * 4));
    }

    private static ThumbInstruction fromT2(Fields f) {
        return new StrImmediate(f.get('t'), IndexedAddress.of(CortexM.SP, f.get('i') * 4));
    }

    private static ThumbInstruction fromT3(Fields f) {
        if (f.get('n') == CortexM.PC) {
            return f.undefined();
        }
        f.unpredictableIfPc('t');
        return new StrImmediate(f.get('t'), IndexedAddress.of(f.get('n'), f.get('i')));
    }

    private static ThumbInstruction fromT4(Fields f) {
        IndexedAddress location = IndexedAddress.ofPuw(f, 1);
        if (f.get('n') == CortexM.PC || !location.index() && !location.wback()) {
            return f.undefined();
        }
        f.unpredictableIfPc('t');
        if (location.wback() && f.get('n') == f.get('t')) {
            f.unpredictableButExecuted("the base is also stored");
        }
        return new StrImmediate(f.get('t'), location);
    }

    @Override
    public void execute(CortexM cpu) {
        cpu.setMemU32(location.address(cpu), cpu.r(t));
        location.writeBack(cpu);
    }

    @Override
    public Effects effects() {
        return location.effects().reading(t).storing();
    }

    @Override
    public AssemblyText assembly(int address) {
        return text("str", r(t), location.text());
    }
}
