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

/** LDRBT: {@code Rt} = a byte, zero-extended, at {@code Rn} plus a constant, if unprivileged code may read it. @arm A7.7 LDRBT */
public record Ldrbt(int t, IndexedAddress location) implements ThumbInstruction {
    static final List<Encoding> ENCODINGS =
            List.of(Encoding.of("LDRBT T1", "11111000 0001 nnnn tttt 1110 iiiiiiii", Ldrbt::fromT1)
                    .see("LDRB (literal)", "PLD"));

    private static ThumbInstruction fromT1(Fields f) {
        f.unpredictableIfSpOrPc('t');
        return new Ldrbt(f.get('t'), IndexedAddress.of(f.get('n'), f.get('i')));
    }

    @Override
    public void execute(CortexM cpu) {
        cpu.setR(t, cpu.memUUnpriv(location.address(cpu), 1));
    }

    @Override
    public Effects effects() {
        return location.effects().writing(t).loading();
    }

    @Override
    public AssemblyText assembly(int address) {
        return text("ldrbt", r(t), location.text());
    }
}
