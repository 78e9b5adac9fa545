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

/** LDRH (literal): {@code Rt} = a halfword, zero-extended, near the PC. @arm A7.7 LDRH (literal) */
public record LdrhLiteral(int t, Literal literal) implements ThumbInstruction {
    static final List<Encoding> ENCODINGS =
            List.of(Encoding.of("LDRH (literal) T1", "11111000 U 011 1111 tttt iiiiiiiiiiii", LdrhLiteral::fromT1)
                    .wide()
                    .see("memory hint"));

    private static ThumbInstruction fromT1(Fields f) {
        f.unpredictableIfSp('t');
        return new LdrhLiteral(f.get('t'), Literal.of(f, 1));
    }

    @Override
    public void execute(CortexM cpu) {
        int data = cpu.memU16(literal.address(cpu));
        cpu.setR(t, data);
    }

    @Override
    public Effects effects() {
        return literal.effects().writing(t).loading();
    }

    @Override
    public AssemblyText assembly(int address) {
        return literal.text("ldrh", address, r(t));
    }
}
