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

/** PLI (register): hints that instructions at {@code Rn} plus shifted {@code Rm} will be wanted. @arm A7.7 PLI (register) */
public record PliRegister(RegisterOffset location) implements ThumbInstruction {
    static final List<Encoding> ENCODINGS =
            List.of(Encoding.of("PLI (register) T1", "11111001 0001 nnnn 1111 000000 ii mmmm", PliRegister::fromT1)
                    .see("PLI (literal)"));

    private static ThumbInstruction fromT1(Fields f) {
        f.unpredictableIfSpOrPc('m');
        return new PliRegister(new RegisterOffset(f.get('n'), f.get('m'), f.get('i')));
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
        return text("pli", location.text());
    }
}
