package ringside.cpu.armv7m.insn.system;

import static ringside.cpu.armv7m.insn.Syntax.text;

import java.util.List;
import ringside.cpu.armv7m.AssemblyText;
import ringside.cpu.armv7m.CortexM;
import ringside.cpu.armv7m.Effects;
import ringside.cpu.armv7m.ThumbInstruction;
import ringside.cpu.armv7m.insn.Encoding;
import ringside.cpu.armv7m.insn.Fields;

/** SEV: sends an event to all processors. @arm A7.7 SEV */
public record Sev() implements ThumbInstruction {
    static final List<Encoding> ENCODINGS = List.of(
            Encoding.of("SEV T1", "10111111 0100 0000", Sev::fromT1),
            Encoding.of("SEV T2", "11110 0 1110 1 0 (1111) 10 (0) 0 (0) 000 00000100", Sev::fromT1)
                    .wide());

    private static ThumbInstruction fromT1(Fields f) {
        return new Sev();
    }

    @Override
    public void execute(CortexM cpu) {
        cpu.sendEvent();
    }

    @Override
    public Effects effects() {
        return Effects.NONE;
    }

    @Override
    public AssemblyText assembly(int address) {
        return text("sev");
    }
}
