package ringside.cpu.armv7m.insn.system;

import static ringside.cpu.armv7m.insn.Syntax.r;
import static ringside.cpu.armv7m.insn.Syntax.text;

import java.util.List;
import ringside.cpu.armv7m.AssemblyText;
import ringside.cpu.armv7m.CortexM;
import ringside.cpu.armv7m.Effects;
import ringside.cpu.armv7m.ThumbInstruction;
import ringside.cpu.armv7m.insn.Encoding;
import ringside.cpu.armv7m.insn.Fields;

/** MRS: {@code Rd} = a special register. @arm A7.7 MRS */
public record Mrs(int d, int sysm) implements ThumbInstruction {
    static final List<Encoding> ENCODINGS =
            List.of(Encoding.of("MRS T1", "11110 0 1111 1 (0) (1111) 10 (0) 0 dddd ssssssss", Mrs::fromT1));

    private static ThumbInstruction fromT1(Fields f) {
        f.unpredictableIfSpOrPc('d');
        if (!SpecialRegister.exists(f.get('s'))) {
            f.unpredictableButExecuted("a special register that does not exist");
        }
        return new Mrs(f.get('d'), f.get('s'));
    }

    @Override
    public void execute(CortexM cpu) {
        cpu.setR(d, cpu.readSpecial(sysm));
    }

    @Override
    public Effects effects() {
        return Effects.NONE
                .writing(d)
                .readingAll(SpecialRegister.registers(sysm))
                .readingFlags(SpecialRegister.flags(sysm));
    }

    @Override
    public AssemblyText assembly(int address) {
        return text("mrs", r(d), SpecialRegister.text(sysm));
    }
}
