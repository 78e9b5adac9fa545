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

/** PUSH: stores registers on the stack. @arm A7.7 PUSH */
public record Push(RegisterList registers) implements ThumbInstruction {
    static final List<Encoding> ENCODINGS = List.of(
            Encoding.of("PUSH T1", "1011010 M rrrrrrrr", Push::fromT1),
            Encoding.of("PUSH T2", "1110100 100 1 0 1101 y M x rrrrrrrrrrrrr", Push::fromT2)
                    .wide(),
            Encoding.of("PUSH T3", "11111000 0100 1101 tttt 1101 00000100", Push::fromT3)
                    .wide());

    private static ThumbInstruction fromT1(Fields f) {
        RegisterList registers = RegisterList.of(0, f.get('M'), f.get('r'));
        if (registers.count() < 1) {
            f.unpredictable("no registers");
        }
        return new Push(registers);
    }

    private static ThumbInstruction fromT2(Fields f) {
        RegisterList registers = RegisterList.of(0, f.get('M'), f.get('r'));
        if (registers.count() < 2) {
            f.unpredictable("fewer than two registers");
        }
        if (f.flag('x')) {
            f.unpredictable("SP in the list");
        }
        if (f.flag('y')) {
            f.unpredictable("PC in the list");
        }
        return new Push(registers);
    }

    private static ThumbInstruction fromT3(Fields f) {
        f.mustNotBeSpOrPc('t');
        return new Push(new RegisterList(1 << f.get('t')));
    }

    @Override
    public void execute(CortexM cpu) {
        int address = cpu.r(CortexM.SP) - 4 * registers.count();
        registers.store(cpu, address);
        cpu.setR(CortexM.SP, address);
    }

    @Override
    public Effects effects() {
        return Effects.NONE
                .reading(CortexM.SP)
                .readingAll(registers.bits())
                .writing(CortexM.SP)
                .storing();
    }

    @Override
    public AssemblyText assembly(int address) {
        return text("push", registers.text());
    }
}
