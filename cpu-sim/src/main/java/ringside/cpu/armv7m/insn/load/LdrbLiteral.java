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

/** LDRB (literal): {@code Rt} = a byte, zero-extended, near the PC. @arm A7.7 LDRB (literal) */
public record LdrbLiteral(int t, Literal literal) implements ThumbInstruction {
    static final List<Encoding> ENCODINGS =
            List.of(Encoding.of("LDRB (literal) T1", "11111000 U 001 1111 tttt iiiiiiiiiiii", LdrbLiteral::fromT1)
                    .wide()
                    .see("PLD"));

    private static ThumbInstruction fromT1(Fields f) {
        f.unpredictableIfSp('t');
        return new LdrbLiteral(f.get('t'), Literal.of(f, 1));
    }

    @Override
    public void execute(CortexM cpu) {
        int data = cpu.memU8(literal.address(cpu));
        cpu.setR(t, data);
    }

    @Override
    public Effects effects() {
        return literal.effects().writing(t).loading();
    }

    @Override
    public AssemblyText assembly(int address) {
        return literal.text("ldrb", address, r(t));
    }
}
