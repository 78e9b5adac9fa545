package ringside.cpu.armv7m.insn.branch;

import static ringside.cpu.armv7m.insn.Syntax.text;

import java.util.List;
import ringside.cpu.armv7m.AssemblyText;
import ringside.cpu.armv7m.CortexM;
import ringside.cpu.armv7m.Effects;
import ringside.cpu.armv7m.ThumbInstruction;
import ringside.cpu.armv7m.insn.Condition;
import ringside.cpu.armv7m.insn.Encoding;
import ringside.cpu.armv7m.insn.Fields;

/** IT: makes the next one to four instructions conditional. @arm A7.7 IT */
public record It(int firstcond, int mask) implements ThumbInstruction {
    static final List<Encoding> ENCODINGS = List.of(
            Encoding.of("IT T1", "10111111 cccc mmmm", It::fromT1).see("NOP", "YIELD", "WFE", "WFI", "SEV", "hint"));

    private static ThumbInstruction fromT1(Fields f) {
        f.unpredictableInItBlock();
        int firstcond = f.get('c');
        if (firstcond == 15 || firstcond == 14 && Integer.bitCount(f.get('m')) != 1) {
            f.unpredictable("a condition that does not exist");
        }
        return new It(firstcond, f.get('m'));
    }

    @Override
    public void execute(CortexM cpu) {
        cpu.setItState(firstcond << 4 | mask);
    }

    @Override
    public Effects effects() {
        return Effects.NONE;
    }

    @Override
    public AssemblyText assembly(int address) {
        StringBuilder mnemonic = new StringBuilder("it");
        for (int bit = 3; bit > Integer.numberOfTrailingZeros(mask); bit--) {
            mnemonic.append((mask >>> bit & 1) == (firstcond & 1) ? 't' : 'e');
        }
        return text(mnemonic.toString(), Condition.of(Math.min(firstcond, 14)).suffix());
    }

    @Override
    public int itStateAfter(int itState) {
        return firstcond << 4 | mask;
    }

    @Override
    public boolean takesConditionSuffix() {
        return false;
    }
}
