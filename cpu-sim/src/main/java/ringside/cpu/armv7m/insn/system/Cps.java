package ringside.cpu.armv7m.insn.system;

import static ringside.cpu.armv7m.insn.Syntax.text;

import java.util.List;
import ringside.cpu.armv7m.AssemblyText;
import ringside.cpu.armv7m.CortexM;
import ringside.cpu.armv7m.Effects;
import ringside.cpu.armv7m.ThumbInstruction;
import ringside.cpu.armv7m.insn.Encoding;
import ringside.cpu.armv7m.insn.Fields;

/** CPS: sets or clears PRIMASK and FAULTMASK, if privileged. @arm A7.7 CPS */
public record Cps(boolean disable, boolean affectPri, boolean affectFault) implements ThumbInstruction {
    static final List<Encoding> ENCODINGS = List.of(Encoding.of("CPS T1", "10110110 011 m (0) (0) I F", Cps::fromT1));

    private static ThumbInstruction fromT1(Fields f) {
        f.unpredictableInItBlock();
        if (!f.flag('I') && !f.flag('F')) {
            f.unpredictableButExecuted("neither PRIMASK nor FAULTMASK");
        }
        return new Cps(f.flag('m'), f.flag('I'), f.flag('F'));
    }

    @Override
    public void execute(CortexM cpu) {
        cpu.changeProcessorState(disable, affectPri, affectFault);
    }

    @Override
    public Effects effects() {
        return Effects.NONE;
    }

    @Override
    public AssemblyText assembly(int address) {
        String flags = (affectPri ? "i" : "") + (affectFault ? "f" : "");
        return text(disable ? "cpsid" : "cpsie", flags.isEmpty() ? "none" : flags);
    }

    @Override
    public boolean takesConditionSuffix() {
        return false;
    }
}
