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

/** B: goes on at {@code PC + offset}. @arm A7.7 B */
public record Branch(int offset) implements ThumbInstruction {
    static final List<Encoding> ENCODINGS = List.of(
            Encoding.of("B T2", "11100 iiiiiiiiiii", Branch::fromT2),
            Encoding.of("B T4", "11110 S iiiiiiiiii 10 J 1 K iiiiiiiiiii", Branch::fromT4)
                    .wide());

    private static ThumbInstruction fromT2(Fields f) {
        f.unpredictableBeforeEndOfItBlock();
        return new Branch(Arithmetic.signExtend(f.get('i') << 1, 12));
    }

    private static ThumbInstruction fromT4(Fields f) {
        f.unpredictableBeforeEndOfItBlock();
        return new Branch(BranchLink.offset25(f));
    }

    @Override
    public void execute(CortexM cpu) {
        cpu.branchWritePc(cpu.r(CortexM.PC) + offset);
    }

    @Override
    public Effects effects() {
        return Effects.NONE.reading(CortexM.PC).writing(CortexM.PC);
    }

    @Override
    public AssemblyText assembly(int address) {
        int target = address + 4 + offset;
        return textWithTarget("b", target, hex(target));
    }
}
