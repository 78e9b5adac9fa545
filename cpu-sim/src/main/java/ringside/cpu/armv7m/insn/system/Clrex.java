package ringside.cpu.armv7m.insn.system;

import static ringside.cpu.armv7m.insn.Syntax.text;

import java.util.List;
import ringside.cpu.armv7m.AssemblyText;
import ringside.cpu.armv7m.CortexM;
import ringside.cpu.armv7m.Effects;
import ringside.cpu.armv7m.ThumbInstruction;
import ringside.cpu.armv7m.insn.Encoding;
import ringside.cpu.armv7m.insn.Fields;

/** CLREX: closes the local exclusive monitor. @arm A7.7 CLREX */
public record Clrex() implements ThumbInstruction {
    static final List<Encoding> ENCODINGS =
            List.of(Encoding.of("CLREX T1", "11110 0 1110 1 1 (1111) 10 (0) 0 (1111) 0010 (1111)", Clrex::fromT1));

    private static ThumbInstruction fromT1(Fields f) {
        return new Clrex();
    }

    @Override
    public void execute(CortexM cpu) {
        cpu.clearExclusive();
    }

    @Override
    public Effects effects() {
        return Effects.NONE;
    }

    @Override
    public AssemblyText assembly(int address) {
        return text("clrex");
    }
}
