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

/** LDREXH: {@code Rt} = a halfword at {@code Rn}, and watches it for a store-exclusive. @arm A7.7 LDREXH */
public record Ldrexh(int t, IndexedAddress location) implements ThumbInstruction {
    static final List<Encoding> ENCODINGS =
            List.of(Encoding.of("LDREXH T1", "11101000 1101 nnnn tttt (1111) 0101 (1111)", Ldrexh::fromT1));

    private static ThumbInstruction fromT1(Fields f) {
        f.mustNotBeSpOrPc('t');
        f.mustNotBePc('n');
        return new Ldrexh(f.get('t'), IndexedAddress.of(f.get('n'), 0));
    }

    @Override
    public void execute(CortexM cpu) {
        int from = location.address(cpu);
        cpu.setExclusiveMonitors(from, 2);
        cpu.setR(t, cpu.memA16(from));
    }

    @Override
    public Effects effects() {
        return location.effects().writing(t).loading();
    }

    @Override
    public AssemblyText assembly(int address) {
        return text("ldrexh", r(t), location.text());
    }
}
