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

/** LDR (immediate): {@code Rt} = a word, at {@code Rn} plus or minus a constant. @arm A7.7 LDR (immediate) */
public record LdrImmediate(int t, IndexedAddress location) implements ThumbInstruction {
    static final List<Encoding> ENCODINGS = List.of(
            Encoding.of("LDR (immediate) T1", "01101 iiiii nnn ttt", LdrImmediate::fromT1),
            Encoding.of("LDR (immediate) T2", "10011 ttt iiiiiiii", LdrImmediate::fromT2),
            Encoding.of("LDR (immediate) T3", "11111000 1101 nnnn tttt iiiiiiiiiiii", LdrImmediate::fromT3)
                    .wide()
                    .see("LDR (literal)"),
            Encoding.of("LDR (immediate) T4", "11111000 0101 nnnn tttt 1 P U W iiiiiiii", LdrImmediate::fromT4)
                    .see("LDRT", "LDR (literal)", "POP T3"));

    private static ThumbInstruction fromT1(Fields f) {
        return new LdrImmediate(f.get('t'), IndexedAddress.of(f.get('n'), f.get('i') * 4));
    }

    private static ThumbInstruction fromT2(Fields f) {
        return new LdrImmediate(f.get('t'), IndexedAddress.of(CortexM.SP, f.get('i') * 4));
    }

    private static ThumbInstruction fromT3(Fields f) {
        f.unpredictableIfPcBeforeEndOfItBlock(f.get('t'));
        return new LdrImmediate(f.get('t'), IndexedAddress.of(f.get('n'), f.get('i')));
    }

    private static ThumbInstruction fromT4(Fields f) {
        IndexedAddress location = IndexedAddress.ofPuw(f, 1);
        if (!location.index() && !location.wback()) {
            return f.undefined();
        }
        f.unpredictableIfPcBeforeEndOfItBlock(f.get('t'));
        if (location.wback() && f.get('n') == f.get('t')) {
            f.unpredictableButExecuted("the base is also loaded");
        }
        return new LdrImmediate(f.get('t'), location);
    }

    @Override
    public void execute(CortexM cpu) {
        int data = cpu.memU32(location.address(cpu));
        location.writeBack(cpu);
        if (t == CortexM.PC) {
            cpu.loadWritePc(data);
        } else {
            cpu.setR(t, data);
        }
    }

    @Override
    public Effects effects() {
        return location.effects().writing(t).loading();
    }

    @Override
    public AssemblyText assembly(int address) {
        return text("ldr", r(t), location.text());
    }
}
