package ringside.cpu.armv7m.insn.branch;

import static ringside.cpu.armv7m.insn.Syntax.hex;
import static ringside.cpu.armv7m.insn.Syntax.textWithTarget;

import java.util.List;
import ringside.cpu.armv7m.Arithmetic;
import ringside.cpu.armv7m.AssemblyText;
import ringside.cpu.armv7m.CortexM;
import ringside.cpu.armv7m.Effects;
import ringside.cpu.armv7m.ThumbInstruction;
import ringside.cpu.armv7m.insn.Condition;
import ringside.cpu.armv7m.insn.Encoding;
import ringside.cpu.armv7m.insn.Fields;

/** B: goes on at {@code PC + offset} if the condition holds. @arm A7.7 B */
public record BranchConditional(Condition condition, int offset) implements ThumbInstruction {
    static final List<Encoding> ENCODINGS = List.of(
            Encoding.of("B T1", "1101 cccc iiiiiiii", BranchConditional::fromT1).see("UDF", "SVC"),
            Encoding.of("B T3", "11110 S cccc iiiiii 10 J 0 K iiiiiiiiiii", BranchConditional::fromT3)
                    .wide()
                    .see(
                            "MSR", "MRS", "NOP", "YIELD", "WFE", "WFI", "SEV", "DBG", "CLREX", "DSB", "DMB", "ISB",
                            "UDF", "hint"));

    private static ThumbInstruction fromT1(Fields f) {
        f.unpredictableInItBlock();
        return new BranchConditional(Condition.of(f.get('c')), Arithmetic.signExtend(f.get('i') << 1, 9));
    }

    private static ThumbInstruction fromT3(Fields f) {
        if (f.get('c') >= 14) {
            return f.undefined();
        }
        f.unpredictableInItBlock();
        int imm = f.get('S') << 19 | f.get('K') << 18 | f.get('J') << 17 | f.get('i');
        return new BranchConditional(Condition.of(f.get('c')), Arithmetic.signExtend(imm << 1, 21));
    }

    @Override
    public void execute(CortexM cpu) {
        if (condition.passed(cpu)) {
            cpu.branchWritePc(cpu.r(CortexM.PC) + offset);
        }
    }

    @Override
    public Effects effects() {
        return Effects.NONE.readingFlags("NZCV").writing(CortexM.PC);
    }

    @Override
    public AssemblyText assembly(int address) {
        int target = address + 4 + offset;
        return textWithTarget("b" + condition.suffix(), target, hex(target));
    }
}
