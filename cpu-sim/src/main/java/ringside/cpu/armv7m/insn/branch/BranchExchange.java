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

/** BX: goes on at {@code Rm}, whose bit 0 must be 1, or returns from an exception. @arm A7.7 BX */
public record BranchExchange(int m) implements ThumbInstruction {
    static final List<Encoding> ENCODINGS =
            List.of(Encoding.of("BX T1", "010001110 mmmm (000)", BranchExchange::fromT1));

    private static ThumbInstruction fromT1(Fields f) {
        f.unpredictableIfPc('m');
        f.unpredictableBeforeEndOfItBlock();
        return new BranchExchange(f.get('m'));
    }

    @Override
    public void execute(CortexM cpu) {
        cpu.bxWritePc(cpu.r(m));
    }

    @Override
    public Effects effects() {
        return Effects.NONE.reading(m).writing(CortexM.PC);
    }

    @Override
    public AssemblyText assembly(int address) {
        return text("bx", r(m));
    }
}
