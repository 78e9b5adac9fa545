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

/** BLX (register): calls the subroutine at {@code Rm}, whose bit 0 must be 1; LR is the address after it. @arm A7.7 BLX (register) */
public record BranchLinkExchange(int m) implements ThumbInstruction {
    static final List<Encoding> ENCODINGS =
            List.of(Encoding.of("BLX (register) T1", "010001111 mmmm (000)", BranchLinkExchange::fromT1));

    private static ThumbInstruction fromT1(Fields f) {
        f.unpredictableIfPc('m');
        f.unpredictableBeforeEndOfItBlock();
        return new BranchLinkExchange(f.get('m'));
    }

    @Override
    public void execute(CortexM cpu) {
        int target = cpu.r(m);
        cpu.setR(CortexM.LR, (cpu.r(CortexM.PC) - 2) | 1);
        cpu.blxWritePc(target);
    }

    @Override
    public Effects effects() {
        return Effects.NONE.reading(m, CortexM.PC).writing(CortexM.LR, CortexM.PC);
    }

    @Override
    public AssemblyText assembly(int address) {
        return text("blx", r(m));
    }
}
