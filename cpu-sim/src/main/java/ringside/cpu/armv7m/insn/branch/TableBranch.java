package ringside.cpu.armv7m.insn.branch;

import static ringside.cpu.armv7m.insn.Syntax.r;
import static ringside.cpu.armv7m.insn.Syntax.text;

import java.util.List;
import ringside.cpu.armv7m.AssemblyText;
import ringside.cpu.armv7m.CortexM;
import ringside.cpu.armv7m.Effects;
import ringside.cpu.armv7m.ThumbInstruction;
import ringside.cpu.armv7m.insn.Encoding;
import ringside.cpu.armv7m.insn.Fields;

/** TBB, TBH: jumps forward by twice a byte or halfword out of a table at {@code Rn}, indexed by {@code Rm}. @arm A7.7 TBB, TBH */
public record TableBranch(int n, int m, boolean halfwords) implements ThumbInstruction {
    static final List<Encoding> ENCODINGS =
            List.of(Encoding.of("TBB, TBH T1", "11101000 1101 nnnn (1111) (0000) 000 H mmmm", TableBranch::fromT1));

    private static ThumbInstruction fromT1(Fields f) {
        f.unpredictableIfSp('n');
        f.unpredictableIfSpOrPc('m');
        f.unpredictableBeforeEndOfItBlock();
        return new TableBranch(f.get('n'), f.get('m'), f.flag('H'));
    }

    @Override
    public void execute(CortexM cpu) {
        int halfwordCount = halfwords ? cpu.memU16(cpu.r(n) + (cpu.r(m) << 1)) : cpu.memU8(cpu.r(n) + cpu.r(m));
        cpu.branchWritePc(cpu.r(CortexM.PC) + 2 * halfwordCount);
    }

    @Override
    public Effects effects() {
        return Effects.NONE.reading(n, m, CortexM.PC).writing(CortexM.PC).loading();
    }

    @Override
    public AssemblyText assembly(int address) {
        return halfwords ? text("tbh", "[" + r(n), r(m), "lsl #1]") : text("tbb", "[" + r(n), r(m) + "]");
    }
}
