package ringside.cpu.armv7m.insn.system;

import static ringside.cpu.armv7m.insn.Syntax.text;

import java.util.List;
import ringside.cpu.armv7m.AssemblyText;
import ringside.cpu.armv7m.CortexM;
import ringside.cpu.armv7m.Effects;
import ringside.cpu.armv7m.ThumbInstruction;
import ringside.cpu.armv7m.insn.Encoding;
import ringside.cpu.armv7m.insn.Fields;

/** DSB: waits until all memory accesses before it have completed; here they always have. @arm A7.7 DSB */
public record Dsb(int option) implements ThumbInstruction {
    static final List<Encoding> ENCODINGS =
            List.of(Encoding.of("DSB T1", "11110 0 1110 1 1 (1111) 10 (0) 0 (1111) 0100 oooo", Dsb::fromT1));

    private static ThumbInstruction fromT1(Fields f) {
        return new Dsb(f.get('o'));
    }

    @Override
    public void execute(CortexM cpu) {
        // Nothing: the processor is in order and has no cache.
    }

    @Override
    public Effects effects() {
        return Effects.NONE;
    }

    @Override
    public AssemblyText assembly(int address) {
        return text("dsb", option == 15 ? "sy" : "#0x" + Integer.toHexString(option));
    }
}
