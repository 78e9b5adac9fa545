package ringside.cpu.armv7m.insn.branch;

import static ringside.cpu.armv7m.insn.Syntax.hex;
import static ringside.cpu.armv7m.insn.Syntax.textWithTarget;

import java.util.List;
import ringside.cpu.armv7m.Arithmetic;
import ringside.cpu.armv7m.AssemblyText;
import ringside.cpu.armv7m.CortexM;
import ringside.cpu.armv7m.Effects;
import ringside.cpu.armv7m.ThumbInstruction;
import ringside.cpu.armv7m.insn.Encoding;
import ringside.cpu.armv7m.insn.Fields;

/** BL: calls the subroutine at {@code PC + offset}; LR is the address after it, with bit 0 for Thumb. @arm A7.7 BL */
public record BranchLink(int offset) implements ThumbInstruction {
    static final List<Encoding> ENCODINGS =
            List.of(Encoding.of("BL T1", "11110 S iiiiiiiiii 11 J 1 K iiiiiiiiiii", BranchLink::fromT1));

    private static ThumbInstruction fromT1(Fields f) {
        f.unpredictableBeforeEndOfItBlock();
        return new BranchLink(offset25(f));
    }

    /** {@code SignExtend(S:I1:I2:imm10:imm11:'0', 32)}, where I1 and I2 are J1 and J2, inverted unless S. */
    static int offset25(Fields f) {
        int s = f.get('S');
        int i1 = f.get('J') ^ s ^ 1;
        int i2 = f.get('K') ^ s ^ 1;
        return Arithmetic.signExtend((s << 23 | i1 << 22 | i2 << 21 | f.get('i')) << 1, 25);
    }

    @Override
    public void execute(CortexM cpu) {
        cpu.setR(CortexM.LR, cpu.r(CortexM.PC) | 1);
        cpu.branchWritePc(cpu.r(CortexM.PC) + offset);
    }

    @Override
    public Effects effects() {
        return Effects.NONE.reading(CortexM.PC).writing(CortexM.LR, CortexM.PC);
    }

    @Override
    public AssemblyText assembly(int address) {
        int target = address + 4 + offset;
        return textWithTarget("bl", target, hex(target));
    }
}
