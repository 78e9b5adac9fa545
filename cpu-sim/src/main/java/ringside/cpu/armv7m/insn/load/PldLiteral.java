package ringside.cpu.armv7m.insn.load;

import java.util.List;
import ringside.cpu.armv7m.AssemblyText;
import ringside.cpu.armv7m.CortexM;
import ringside.cpu.armv7m.Effects;
import ringside.cpu.armv7m.ThumbInstruction;
import ringside.cpu.armv7m.insn.Encoding;
import ringside.cpu.armv7m.insn.Fields;
import ringside.cpu.armv7m.insn.Literal;

/** PLD (literal): hints that data near the PC will be wanted. @arm A7.7 PLD (literal) */
public record PldLiteral(Literal literal) implements ThumbInstruction {
    static final List<Encoding> ENCODINGS =
            List.of(Encoding.of("PLD (literal) T1", "11111000 U 001 1111 1111 iiiiiiiiiiii", PldLiteral::fromT1));

    private static ThumbInstruction fromT1(Fields f) {
        return new PldLiteral(Literal.of(f, 1));
    }

    @Override
    public void execute(CortexM cpu) {
        // Nothing: there is no cache.
    }

    @Override
    public Effects effects() {
        return Effects.NONE;
    }

    @Override
    public AssemblyText assembly(int address) {
        return literal.text("pld", address, "");
    }
}
