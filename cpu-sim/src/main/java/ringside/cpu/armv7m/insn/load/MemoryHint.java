package ringside.cpu.armv7m.insn.load;

import static ringside.cpu.armv7m.insn.Syntax.hex;
import static ringside.cpu.armv7m.insn.Syntax.text;

import java.util.List;
import ringside.cpu.armv7m.AssemblyText;
import ringside.cpu.armv7m.CortexM;
import ringside.cpu.armv7m.Effects;
import ringside.cpu.armv7m.ThumbInstruction;
import ringside.cpu.armv7m.insn.Encoding;
import ringside.cpu.armv7m.insn.Fields;

/** memory hint: an unallocated memory hint, which does nothing. @arm A7.7 memory hint */
public record MemoryHint(int bits) implements ThumbInstruction {
    static final List<Encoding> ENCODINGS = List.of(
            Encoding.of("memory hint T1", "1111100 h 1011 hhhh 1111 hhhhhhhhhhhh", MemoryHint::fromT1),
            Encoding.of("memory hint T2", "1111100 h 0011 hhhh 1111 1100 hhhhhhhh", MemoryHint::fromT1),
            Encoding.of("memory hint T3", "1111100 h 0011 hhhh 1111 000000 hh hhhh", MemoryHint::fromT1),
            Encoding.of("memory hint T4", "1111100 h 0011 1111 1111 hhhhhhhhhhhh", MemoryHint::fromT1)
                    .see("memory hint T2", "memory hint T3"));

    private static ThumbInstruction fromT1(Fields f) {
        return new MemoryHint(f.instruction());
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
        return text(".inst.w", hex(bits));
    }

    @Override
    public String note() {
        return "an unallocated memory hint, which does nothing";
    }
}
