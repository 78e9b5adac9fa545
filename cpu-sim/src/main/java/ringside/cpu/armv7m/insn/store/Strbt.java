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

/** STRBT: stores a byte of {@code Rt} at {@code Rn} plus a constant, if unprivileged code may write it. @arm A7.7 STRBT */
public record Strbt(int t, IndexedAddress location) implements ThumbInstruction {
    static final List<Encoding> ENCODINGS =
            List.of(Encoding.of("STRBT T1", "11111000 0000 nnnn tttt 1110 iiiiiiii", Strbt::fromT1));

    private static ThumbInstruction fromT1(Fields f) {
        if (f.get('n') == CortexM.PC) {
            return f.undefined();
        }
        f.unpredictableIfSpOrPc('t');
        return new Strbt(f.get('t'), IndexedAddress.of(f.get('n'), f.get('i')));
    }

    @Override
    public void execute(CortexM cpu) {
        cpu.setMemUUnpriv(location.address(cpu), 1, cpu.r(t));
    }

    @Override
    public Effects effects() {
        return location.effects().reading(t).storing();
    }

    @Override
    public AssemblyText assembly(int address) {
        return text("strbt", r(t), location.text());
    }
}
