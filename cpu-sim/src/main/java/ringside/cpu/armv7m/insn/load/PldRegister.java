package ringside.cpu.armv7m.insn.load;

import static ringside.cpu.armv7m.insn.Syntax.text;

import java.util.List;
import ringside.cpu.armv7m.AssemblyText;
import ringside.cpu.armv7m.CortexM;
import ringside.cpu.armv7m.Effects;
import ringside.cpu.armv7m.ThumbInstruction;
import ringside.cpu.armv7m.insn.Encoding;
import ringside.cpu.armv7m.insn.Fields;
import ringside.cpu.armv7m.insn.RegisterOffset;

/** PLD (register): hints that data at {@code Rn} plus shifted {@code Rm} will be wanted. @arm A7.7 PLD (register) */
public record PldRegister(RegisterOffset location) implements ThumbInstruction {
    static final List<Encoding> ENCODINGS =
            List.of(Encoding.of("PLD (register) T1", "11111000 0001 nnnn 1111 000000 ii mmmm", PldRegister::fromT1)
                    .see("PLD (literal)"));

    private static ThumbInstruction fromT1(Fields f) {
        f.unpredictableIfSpOrPc('m');
        return new PldRegister(new RegisterOffset(f.get('n'), f.get('m'), f.get('i')));
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
        return text("pld", location.text());
    }
}
