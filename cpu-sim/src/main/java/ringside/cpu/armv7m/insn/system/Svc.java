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

/** SVC: calls the operating system: makes the exception SVCall. @arm A7.7 SVC */
public record Svc(int imm8) implements ThumbInstruction {
    static final List<Encoding> ENCODINGS = List.of(Encoding.of("SVC T1", "11011111 iiiiiiii", Svc::fromT1));

    private static ThumbInstruction fromT1(Fields f) {
        return new Svc(f.get('i'));
    }

    @Override
    public void execute(CortexM cpu) {
        cpu.callSupervisor(imm8);
    }

    @Override
    public Effects effects() {
        return Effects.NONE;
    }

    @Override
    public AssemblyText assembly(int address) {
        return text("svc", imm(imm8));
    }
}
