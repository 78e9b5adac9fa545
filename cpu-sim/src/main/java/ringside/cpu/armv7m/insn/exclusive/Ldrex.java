package ringside.cpu.armv7m.insn.exclusive;

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

/** LDREX: {@code Rt} = a word at {@code Rn} plus a constant, and watches it for a store-exclusive. @arm A7.7 LDREX */
public record Ldrex(int t, IndexedAddress location) implements ThumbInstruction {
    static final List<Encoding> ENCODINGS =
            List.of(Encoding.of("LDREX T1", "11101000 0101 nnnn tttt (1111) iiiiiiii", Ldrex::fromT1));

    private static ThumbInstruction fromT1(Fields f) {
        f.mustNotBeSpOrPc('t');
        f.mustNotBePc('n');
        return new Ldrex(f.get('t'), IndexedAddress.of(f.get('n'), f.get('i') * 4));
    }

    @Override
    public void execute(CortexM cpu) {
        int from = location.address(cpu);
        cpu.setExclusiveMonitors(from, 4);
        cpu.setR(t, cpu.memA32(from));
    }

    @Override
    public Effects effects() {
        return location.effects().writing(t).loading();
    }

    @Override
    public AssemblyText assembly(int address) {
        return text("ldrex", r(t), location.text());
    }
}
