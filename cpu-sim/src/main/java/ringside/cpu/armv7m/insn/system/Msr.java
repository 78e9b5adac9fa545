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

/** MSR: a special register = {@code Rn}. The mask chooses parts of APSR: 2 the flags. @arm A7.7 MSR */
public record Msr(int n, int mask, int sysm) implements ThumbInstruction {
    static final List<Encoding> ENCODINGS =
            List.of(Encoding.of("MSR T1", "11110 0 1110 0 (0) nnnn 10 (0) 0 mm (00) ssssssss", Msr::fromT1));

    private static ThumbInstruction fromT1(Fields f) {
        f.unpredictableIfSpOrPc('n');
        int sysm = f.get('s');
        int mask = f.get('m');
        if (!SpecialRegister.exists(sysm)) {
            f.unpredictableButExecuted("a special register that does not exist");
        }
        if (mask != 2) {
            f.unpredictableButExecuted("parts of APSR that only the DSP extension has, or none");
        }
        return new Msr(f.get('n'), mask, sysm);
    }

    @Override
    public void execute(CortexM cpu) {
        cpu.writeSpecial(sysm, mask, cpu.r(n));
    }

    @Override
    public Effects effects() {
        return Effects.NONE
                .reading(n)
                .writingAll(SpecialRegister.registers(sysm))
                .writingFlags(SpecialRegister.flags(sysm));
    }

    @Override
    public AssemblyText assembly(int address) {
        return text("msr", SpecialRegister.text(sysm) + (sysm <= 3 ? "_nzcvq" : ""), r(n));
    }
}
