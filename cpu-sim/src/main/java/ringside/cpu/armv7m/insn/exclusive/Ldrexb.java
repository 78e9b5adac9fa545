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

/** LDREXB: {@code Rt} = a byte at {@code Rn}, and watches it for a store-exclusive. @arm A7.7 LDREXB */
public record Ldrexb(int t, IndexedAddress location) implements ThumbInstruction {
    static final List<Encoding> ENCODINGS =
            List.of(Encoding.of("LDREXB T1", "11101000 1101 nnnn tttt (1111) 0100 (1111)", Ldrexb::fromT1));

    private static ThumbInstruction fromT1(Fields f) {
        f.mustNotBeSpOrPc('t');
        f.mustNotBePc('n');
        return new Ldrexb(f.get('t'), IndexedAddress.of(f.get('n'), 0));
    }

    @Override
    public void execute(CortexM cpu) {
        int from = location.address(cpu);
        cpu.setExclusiveMonitors(from, 1);
        cpu.setR(t, cpu.memU8(from));
    }

    @Override
    public Effects effects() {
        return location.effects().writing(t).loading();
    }

    @Override
    public AssemblyText assembly(int address) {
        return text("ldrexb", r(t), location.text());
    }
}
