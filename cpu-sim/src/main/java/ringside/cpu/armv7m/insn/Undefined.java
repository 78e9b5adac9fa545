package ringside.cpu.armv7m.insn;

import static ringside.cpu.armv7m.insn.Syntax.hex;
import static ringside.cpu.armv7m.insn.Syntax.text;

import ringside.cpu.armv7m.AssemblyText;
import ringside.cpu.armv7m.CortexM;
import ringside.cpu.armv7m.Effects;
import ringside.cpu.armv7m.ThumbInstruction;

/** An UNDEFINED encoding: a UsageFault. @arm A5.1 and B1.5.6 */
public record Undefined(int bits, int sizeInBytes) implements ThumbInstruction {

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
        return sizeInBytes == 2 ? text(".inst.n", hex(bits)) : text(".inst.w", hex(bits));
    }

    @Override
    public String note() {
        return "UNDEFINED";
    }

    @Override
    public boolean takesConditionSuffix() {
        return false;
    }
}
