package ringside.cpu.armv7m.insn.system;

import static ringside.cpu.armv7m.insn.Syntax.imm;
import static ringside.cpu.armv7m.insn.Syntax.text;

import java.util.List;
import ringside.cpu.armv7m.AssemblyText;
import ringside.cpu.armv7m.CortexM;
import ringside.cpu.armv7m.Effects;
import ringside.cpu.armv7m.ThumbInstruction;
import ringside.cpu.armv7m.insn.Encoding;
import ringside.cpu.armv7m.insn.Fields;

/** UDF: is UNDEFINED for ever: a UsageFault. @arm A7.7 UDF */
public record Udf(int imm16) implements ThumbInstruction {
    static final List<Encoding> ENCODINGS = List.of(
            Encoding.of("UDF T1", "11011110 iiiiiiii", Udf::fromT1),
            Encoding.of("UDF T2", "111101111111 iiii 1010 iiiiiiiiiiii", Udf::fromT1)
                    .wide());

    private static ThumbInstruction fromT1(Fields f) {
        return new Udf(f.get('i'));
    }

    @Override
    public void execute(CortexM cpu) {
        throw cpu.undefined();
    }

    @Override
    public Effects effects() {
        return Effects.NONE;
    }

    @Override
    public AssemblyText assembly(int address) {
        return text("udf", imm(imm16));
    }

    @Override
    public boolean takesConditionSuffix() {
        return false;
    }
}
