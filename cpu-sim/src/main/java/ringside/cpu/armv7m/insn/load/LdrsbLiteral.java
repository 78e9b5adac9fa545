package ringside.cpu.armv7m.insn.load;

import static ringside.cpu.armv7m.insn.Syntax.r;

import java.util.List;
import ringside.cpu.armv7m.AssemblyText;
import ringside.cpu.armv7m.CortexM;
import ringside.cpu.armv7m.Effects;
import ringside.cpu.armv7m.ThumbInstruction;
import ringside.cpu.armv7m.insn.Encoding;
import ringside.cpu.armv7m.insn.Fields;
import ringside.cpu.armv7m.insn.Literal;

/** LDRSB (literal): {@code Rt} = a byte, sign-extended, near the PC. @arm A7.7 LDRSB (literal) */
public record LdrsbLiteral(int t, Literal literal) implements ThumbInstruction {
    static final List<Encoding> ENCODINGS =
            List.of(Encoding.of("LDRSB (literal) T1", "11111001 U 001 1111 tttt iiiiiiiiiiii", LdrsbLiteral::fromT1)
                    .wide()
                    .see("PLI"));

    private static ThumbInstruction fromT1(Fields f) {
        f.unpredictableIfSp('t');
        return new LdrsbLiteral(f.get('t'), Literal.of(f, 1));
    }

    @Override
    public void execute(CortexM cpu) {
        int data = (byte) cpu.memU8(literal.address(cpu));
        cpu.setR(t, data);
    }

    @Override
    public Effects effects() {
        return literal.effects().writing(t).loading();
    }

    @Override
    public AssemblyText assembly(int address) {
        return literal.text("ldrsb", address, r(t));
    }
}
