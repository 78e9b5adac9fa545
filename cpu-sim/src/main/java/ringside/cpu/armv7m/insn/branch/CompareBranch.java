package ringside.cpu.armv7m.insn.branch;

import static ringside.cpu.armv7m.insn.Syntax.hex;
import static ringside.cpu.armv7m.insn.Syntax.r;
import static ringside.cpu.armv7m.insn.Syntax.textWithTarget;

import java.util.List;
import ringside.cpu.armv7m.AssemblyText;
import ringside.cpu.armv7m.CortexM;
import ringside.cpu.armv7m.Effects;
import ringside.cpu.armv7m.ThumbInstruction;
import ringside.cpu.armv7m.insn.Encoding;
import ringside.cpu.armv7m.insn.Fields;

/** CBNZ, CBZ: goes on at {@code PC + offset} if {@code Rn} is zero, or if it is not. @arm A7.7 CBNZ, CBZ */
public record CompareBranch(int n, int offset, boolean nonzero) implements ThumbInstruction {
    static final List<Encoding> ENCODINGS =
            List.of(Encoding.of("CBNZ, CBZ T1", "1011 o 0 i 1 iiiii nnn", CompareBranch::fromT1));

    private static ThumbInstruction fromT1(Fields f) {
        f.unpredictableInItBlock();
        return new CompareBranch(f.get('n'), f.get('i') << 1, f.flag('o'));
    }

    @Override
    public void execute(CortexM cpu) {
        if (nonzero != (cpu.r(n) == 0)) {
            cpu.branchWritePc(cpu.r(CortexM.PC) + offset);
        }
    }

    @Override
    public Effects effects() {
        return Effects.NONE.reading(n, CortexM.PC).writing(CortexM.PC);
    }

    @Override
    public AssemblyText assembly(int address) {
        int target = address + 4 + offset;
        return textWithTarget(nonzero ? "cbnz" : "cbz", target, r(n), hex(target));
    }

    @Override
    public boolean takesConditionSuffix() {
        return false;
    }
}
