package ringside.cpu.armv7m.insn.system;

import static ringside.cpu.armv7m.insn.Syntax.text;

import java.util.List;
import ringside.cpu.armv7m.AssemblyText;
import ringside.cpu.armv7m.CortexM;
import ringside.cpu.armv7m.Effects;
import ringside.cpu.armv7m.ThumbInstruction;
import ringside.cpu.armv7m.insn.Encoding;
import ringside.cpu.armv7m.insn.Fields;

/** YIELD: tells other threads of the hardware to go first; there are none. @arm A7.7 YIELD */
public record Yield() implements ThumbInstruction {
    static final List<Encoding> ENCODINGS = List.of(
            Encoding.of("YIELD T1", "10111111 0001 0000", Yield::fromT1),
            Encoding.of("YIELD T2", "11110 0 1110 1 0 (1111) 10 (0) 0 (0) 000 00000001", Yield::fromT1)
                    .wide());

    private static ThumbInstruction fromT1(Fields f) {
        return new Yield();
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
        return text("yield");
    }
}
