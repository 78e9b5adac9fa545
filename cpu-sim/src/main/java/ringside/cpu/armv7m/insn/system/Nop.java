package ringside.cpu.armv7m.insn.system;

import static ringside.cpu.armv7m.insn.Syntax.text;

import java.util.List;
import ringside.cpu.armv7m.AssemblyText;
import ringside.cpu.armv7m.CortexM;
import ringside.cpu.armv7m.Effects;
import ringside.cpu.armv7m.ThumbInstruction;
import ringside.cpu.armv7m.insn.Encoding;
import ringside.cpu.armv7m.insn.Fields;

/** NOP: does nothing. @arm A7.7 NOP */
public record Nop() implements ThumbInstruction {
    static final List<Encoding> ENCODINGS = List.of(
            Encoding.of("NOP T1", "10111111 0000 0000", Nop::fromT1),
            Encoding.of("NOP T2", "11110 0 1110 1 0 (1111) 10 (0) 0 (0) 000 00000000", Nop::fromT1)
                    .wide());

    private static ThumbInstruction fromT1(Fields f) {
        return new Nop();
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
        return text("nop");
    }
}
