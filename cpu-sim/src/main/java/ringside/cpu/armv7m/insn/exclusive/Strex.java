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

/** STREX: stores a word of {@code Rt} at {@code Rn} plus a constant if it is still watched; {@code Rd} is 0 if it did. @arm A7.7 STREX */
public record Strex(int d, int t, IndexedAddress location) implements ThumbInstruction {
    static final List<Encoding> ENCODINGS =
            List.of(Encoding.of("STREX T1", "11101000 0100 nnnn tttt dddd iiiiiiii", Strex::fromT1));

    private static ThumbInstruction fromT1(Fields f) {
        f.mustNotBeSpOrPc('d', 't');
        f.mustNotBePc('n');
        if (f.get('d') == f.get('n') || f.get('d') == f.get('t')) {
            f.unpredictable("the result in a register that is also an operand");
        }
        return new Strex(f.get('d'), f.get('t'), IndexedAddress.of(f.get('n'), f.get('i') * 4));
    }

    @Override
    public void execute(CortexM cpu) {
        int to = location.address(cpu);
        if (cpu.exclusiveMonitorsPass(to, 4)) {
            cpu.setMemA32(to, cpu.r(t));
            cpu.setR(d, 0);
        } else {
            cpu.setR(d, 1);
        }
    }

    @Override
    public Effects effects() {
        return location.effects().reading(t).writing(d).storing();
    }

    @Override
    public AssemblyText assembly(int address) {
        return text("strex", r(d), r(t), location.text());
    }
}
