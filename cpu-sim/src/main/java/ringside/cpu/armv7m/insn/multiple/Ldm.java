package ringside.cpu.armv7m.insn.multiple;

import static ringside.cpu.armv7m.insn.Syntax.r;
import static ringside.cpu.armv7m.insn.Syntax.text;

import java.util.List;
import ringside.cpu.armv7m.AssemblyText;
import ringside.cpu.armv7m.CortexM;
import ringside.cpu.armv7m.Effects;
import ringside.cpu.armv7m.ThumbInstruction;
import ringside.cpu.armv7m.insn.Encoding;
import ringside.cpu.armv7m.insn.Fields;
import ringside.cpu.armv7m.insn.RegisterList;

/** LDM, LDMIA, LDMFD: loads registers from {@code Rn} upwards. @arm A7.7 LDM, LDMIA, LDMFD */
public record Ldm(int n, RegisterList registers, boolean wback) implements ThumbInstruction {
    static final List<Encoding> ENCODINGS = List.of(
            Encoding.of("LDM T1", "11001 nnn rrrrrrrr", Ldm::fromT1),
            Encoding.of("LDM T2", "1110100 010 W 1 nnnn P M x rrrrrrrrrrrrr", Ldm::fromT2)
                    .wide()
                    .see("POP T2"));

    private static ThumbInstruction fromT1(Fields f) {
        RegisterList registers = new RegisterList(f.get('r'));
        if (registers.count() < 1) {
            f.unpredictable("no registers");
        }
        return new Ldm(f.get('n'), registers, !registers.contains(f.get('n')));
    }

    private static ThumbInstruction fromT2(Fields f) {
        RegisterList registers = RegisterList.of(f.get('P'), f.get('M'), f.get('r'));
        f.mustNotBePc('n');
        if (registers.count() < 2) {
            f.unpredictable("fewer than two registers");
        }
        if (f.flag('x')) {
            f.unpredictable("SP in the list");
        }
        if (registers.contains(CortexM.LR) && registers.contains(CortexM.PC)) {
            f.unpredictableButExecuted("both LR and PC in the list");
        }
        if (registers.contains(CortexM.PC)) {
            f.unpredictableBeforeEndOfItBlock();
        }
        if (f.flag('W') && registers.contains(f.get('n'))) {
            f.unpredictable("the base is in the list and written back");
        }
        return new Ldm(f.get('n'), registers, f.flag('W'));
    }

    @Override
    public void execute(CortexM cpu) {
        int address = cpu.r(n);
        registers.load(cpu, n, address, wback, address + 4 * registers.count());
    }

    @Override
    public Effects effects() {
        return Effects.NONE
                .reading(n)
                .writingAll(wback ? 1 << n : 0)
                .writingAll(registers.bits())
                .loading();
    }

    @Override
    public AssemblyText assembly(int address) {
        return text("ldm", r(n) + (wback ? "!" : ""), registers.text());
    }
}
