package ringside.cpu.armv7m.insn.system;

import static ringside.cpu.armv7m.insn.Syntax.text;

import java.util.List;
import ringside.cpu.armv7m.AssemblyText;
import ringside.cpu.armv7m.CortexM;
import ringside.cpu.armv7m.Effects;
import ringside.cpu.armv7m.ThumbInstruction;
import ringside.cpu.armv7m.insn.Encoding;
import ringside.cpu.armv7m.insn.Fields;

/** WFI: waits for an interrupt. @arm A7.7 WFI */
public record Wfi() implements ThumbInstruction {
    static final List<Encoding> ENCODINGS = List.of(
            Encoding.of("WFI T1", "10111111 0011 0000", Wfi::fromT1),
            Encoding.of("WFI T2", "11110 0 1110 1 0 (1111) 10 (0) 0 (0) 000 00000011", Wfi::fromT1)
                    .wide());

    private static ThumbInstruction fromT1(Fields f) {
        return new Wfi();
    }

    @Override
    public void execute(CortexM cpu) {
        cpu.waitForInterrupt();
    }

    @Override
    public Effects effects() {
        return Effects.NONE;
    }

    @Override
    public AssemblyText assembly(int address) {
        return text("wfi");
    }
}
