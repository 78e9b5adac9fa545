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

/** BKPT: stops for a debugger; executes whatever the IT block says. @arm A7.7 BKPT */
public record Bkpt(int imm8) implements ThumbInstruction {
    static final List<Encoding> ENCODINGS = List.of(Encoding.of("BKPT T1", "10111110 iiiiiiii", Bkpt::fromT1));

    private static ThumbInstruction fromT1(Fields f) {
        return new Bkpt(f.get('i'));
    }

    @Override
    public void execute(CortexM cpu) {
        cpu.breakpoint(imm8);
    }

    @Override
    public Effects effects() {
        return Effects.NONE;
    }

    @Override
    public AssemblyText assembly(int address) {
        return text("bkpt", imm(imm8));
    }

    @Override
    public boolean takesConditionSuffix() {
        return false;
    }

    @Override
    public boolean isUnconditional() {
        return true;
    }
}
