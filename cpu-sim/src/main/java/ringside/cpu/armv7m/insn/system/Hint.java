package ringside.cpu.armv7m.insn.system;

import static ringside.cpu.armv7m.insn.Syntax.imm;
import static ringside.cpu.armv7m.insn.Syntax.text;

import java.util.List;
import ringside.cpu.armv7m.AssemblyText;
import ringside.cpu.armv7m.CortexM;
import ringside.cpu.armv7m.Effects;
import ringside.cpu.armv7m.ThumbInstruction;
import ringside.cpu.armv7m.insn.Encoding;
import ringside.cpu.armv7m.insn.Fields;

/** NOP: an unallocated hint, which does nothing. @arm A7.7 NOP */
public record Hint(int number) implements ThumbInstruction {
    static final List<Encoding> ENCODINGS = List.of(
            Encoding.of("hint T1", "10111111 hhhh 0000", Hint::fromT1).see("NOP", "YIELD", "WFE", "WFI", "SEV"),
            Encoding.of("hint T2", "11110 0 1110 1 0 (1111) 10 (0) 0 (0) 000 hhhhhhhh", Hint::fromT1)
                    .wide()
                    .see("NOP", "YIELD", "WFE", "WFI", "SEV", "DBG"));

    private static ThumbInstruction fromT1(Fields f) {
        return new Hint(f.get('h'));
    }

    @Override
    public void execute(CortexM cpu) {
        // Nothing.
    }

    @Override
    public Effects effects() {
        return Effects.NONE;
    }

    @Override
    public AssemblyText assembly(int address) {
        return text("hint", imm(number));
    }
}
