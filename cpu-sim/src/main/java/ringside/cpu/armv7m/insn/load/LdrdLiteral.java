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

/** LDRD (literal): two registers = two words near the PC. @arm A7.7 LDRD (literal) */
public record LdrdLiteral(int t, int t2, Literal literal) implements ThumbInstruction {
    static final List<Encoding> ENCODINGS =
            List.of(Encoding.of("LDRD (literal) T1", "1110100 P U 1 W 1 1111 tttt TTTT iiiiiiii", LdrdLiteral::fromT1)
                    .see("LDREX", "TBB"));

    private static ThumbInstruction fromT1(Fields f) {
        if (!f.flag('P') && !f.flag('W')) {
            return f.undefined();
        }
        f.unpredictableIfSpOrPc('t', 'T');
        if (f.get('t') == f.get('T')) {
            f.unpredictableButExecuted("one register twice");
        }
        if (f.flag('W')) {
            f.unpredictable("write-back to the PC");
        }
        return new LdrdLiteral(f.get('t'), f.get('T'), Literal.of(f, 4));
    }

    @Override
    public void execute(CortexM cpu) {
        int from = literal.address(cpu);
        int first = cpu.memA32(from);
        int second = cpu.memA32(from + 4);
        cpu.setR(t, first);
        cpu.setR(t2, second);
    }

    @Override
    public Effects effects() {
        return literal.effects().writing(t, t2).loading();
    }

    @Override
    public AssemblyText assembly(int address) {
        return literal.text("ldrd", address, r(t) + ", " + r(t2));
    }
}
