package ringside.cpu.armv7m.insn.multiple;

import static ringside.cpu.armv7m.insn.Syntax.text;

import java.util.List;
import ringside.cpu.armv7m.AssemblyText;
import ringside.cpu.armv7m.CortexM;
import ringside.cpu.armv7m.Effects;
import ringside.cpu.armv7m.ThumbInstruction;
import ringside.cpu.armv7m.insn.Encoding;
import ringside.cpu.armv7m.insn.Fields;
import ringside.cpu.armv7m.insn.RegisterList;

/** POP: loads registers from the stack. @arm A7.7 POP */
public record Pop(RegisterList registers) implements ThumbInstruction {
    static final List<Encoding> ENCODINGS = List.of(
            Encoding.of("POP T1", "1011110 P rrrrrrrr", Pop::fromT1),
            Encoding.of("POP T2", "1110100 010 1 1 1101 P M x rrrrrrrrrrrrr", Pop::fromT2)
                    .wide(),
            Encoding.of("POP T3", "11111000 0101 1101 tttt 1011 00000100", Pop::fromT3)
                    .wide());

    private static ThumbInstruction fromT1(Fields f) {
        RegisterList registers = RegisterList.of(f.get('P'), 0, f.get('r'));
        if (registers.count() < 1) {
            f.unpredictable("no registers");
        }
        if (registers.contains(CortexM.PC)) {
            f.unpredictableBeforeEndOfItBlock();
        }
        return new Pop(registers);
    }

    private static ThumbInstruction fromT2(Fields f) {
        RegisterList registers = RegisterList.of(f.get('P'), f.get('M'), f.get('r'));
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
        return new Pop(registers);
    }

    private static ThumbInstruction fromT3(Fields f) {
        f.unpredictableIfSp('t');
        f.unpredictableIfPcBeforeEndOfItBlock(f.get('t'));
        return new Pop(new RegisterList(1 << f.get('t')));
    }

    @Override
    public void execute(CortexM cpu) {
        int address = cpu.r(CortexM.SP);
        registers.load(cpu, CortexM.SP, address, true, address + 4 * registers.count());
    }

    @Override
    public Effects effects() {
        return Effects.NONE
                .reading(CortexM.SP)
                .writing(CortexM.SP)
                .writingAll(registers.bits())
                .loading();
    }

    @Override
    public AssemblyText assembly(int address) {
        return text("pop", registers.text());
    }
}
