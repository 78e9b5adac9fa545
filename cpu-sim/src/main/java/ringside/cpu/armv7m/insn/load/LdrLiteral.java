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

/** LDR (literal): {@code Rt} = a word, near the PC. @arm A7.7 LDR (literal) */
public record LdrLiteral(int t, Literal literal) implements ThumbInstruction {
    static final List<Encoding> ENCODINGS = List.of(
            Encoding.of("LDR (literal) T1", "01001 ttt iiiiiiii", LdrLiteral::fromT1),
            Encoding.of("LDR (literal) T2", "11111000 U 101 1111 tttt iiiiiiiiiiii", LdrLiteral::fromT2)
                    .wide());

    private static ThumbInstruction fromT1(Fields f) {
        return new LdrLiteral(f.get('t'), new Literal(f.get('i') * 4, true));
    }

    private static ThumbInstruction fromT2(Fields f) {
        f.unpredictableIfPcBeforeEndOfItBlock(f.get('t'));
        return new LdrLiteral(f.get('t'), Literal.of(f, 1));
    }

    @Override
    public void execute(CortexM cpu) {
        int data = cpu.memU32(literal.address(cpu));
        if (t == CortexM.PC) {
            cpu.loadWritePc(data);
        } else {
            cpu.setR(t, data);
        }
    }

    @Override
    public Effects effects() {
        return literal.effects().writing(t).loading();
    }

    @Override
    public AssemblyText assembly(int address) {
        return literal.text("ldr", address, r(t));
    }
}
