package ringside.cpu.armv7m.insn;

import ringside.cpu.armv7m.AssemblyText;
import ringside.cpu.armv7m.CortexM;
import ringside.cpu.armv7m.Effects;
import ringside.cpu.armv7m.ThumbInstruction;

/** An UNPREDICTABLE encoding, with our choice what it does; see {@link Fields}. @arm A5.1.1 */
public record Unpredictable(ThumbInstruction instruction, String reason, boolean executed) implements ThumbInstruction {

    @Override
    public void execute(CortexM cpu) {
        if (!executed) {
            throw cpu.undefined();
        }
        instruction.execute(cpu);
    }

    @Override
    public Effects effects() {
        return instruction.effects();
    }

    @Override
    public AssemblyText assembly(int address) {
        return instruction.assembly(address);
    }

    @Override
    public int itStateAfter(int itState) {
        return executed ? instruction.itStateAfter(itState) : ThumbInstruction.super.itStateAfter(itState);
    }

    @Override
    public String note() {
        return "UNPREDICTABLE (" + reason + "): " + (executed ? "executed as written" : "taken as UNDEFINED");
    }

    @Override
    public boolean takesConditionSuffix() {
        return instruction.takesConditionSuffix();
    }
}
