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

/** DBG: is a hint to a debugger; without one it does nothing. @arm A7.7 DBG */
public record Dbg(int option) implements ThumbInstruction {
    static final List<Encoding> ENCODINGS =
            List.of(Encoding.of("DBG T1", "11110 0 1110 1 0 (1111) 10 (0) 0 (0) 000 1111 oooo", Dbg::fromT1));

    private static ThumbInstruction fromT1(Fields f) {
        return new Dbg(f.get('o'));
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
        return text("dbg", imm(option));
    }
}
