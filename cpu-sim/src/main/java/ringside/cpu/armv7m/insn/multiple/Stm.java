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

/** STM, STMIA, STMEA: stores registers from {@code Rn} upwards. A base that is in the list is stored as it was. @arm A7.7 STM, STMIA, STMEA */
public record Stm(int n, RegisterList registers, boolean wback) implements ThumbInstruction {
    static final List<Encoding> ENCODINGS = List.of(
            Encoding.of("STM T1", "11000 nnn rrrrrrrr", Stm::fromT1),
            Encoding.of("STM T2", "1110100 010 W 0 nnnn y M x rrrrrrrrrrrrr", Stm::fromT2)
                    .wide());

    private static ThumbInstruction fromT1(Fields f) {
        RegisterList registers = new RegisterList(f.get('r'));
        if (registers.count() < 1) {
            f.unpredictable("no registers");
        }
        if (registers.contains(f.get('n')) && Integer.numberOfTrailingZeros(registers.bits()) != f.get('n')) {
            f.unpredictableButExecuted("the base is in the list, and not first");
        }
        return new Stm(f.get('n'), registers, true);
    }

    private static ThumbInstruction fromT2(Fields f) {
        RegisterList registers = RegisterList.of(0, f.get('M'), f.get('r'));
        f.mustNotBePc('n');
        if (registers.count() < 2) {
            f.unpredictable("fewer than two registers");
        }
        if (f.flag('x')) {
            f.unpredictable("SP in the list");
        }
        if (f.flag('y')) {
            f.unpredictable("PC in the list");
        }
        if (f.flag('W') && registers.contains(f.get('n'))) {
            f.unpredictable("the base is in the list and written back");
        }
        return new Stm(f.get('n'), registers, f.flag('W'));
    }

    @Override
    public void execute(CortexM cpu) {
        int address = cpu.r(n);
        registers.store(cpu, address);
        if (wback) {
            cpu.setR(n, address + 4 * registers.count());
        }
    }

    @Override
    public Effects effects() {
        return Effects.NONE
                .reading(n)
                .readingAll(registers.bits())
                .writingAll(wback ? 1 << n : 0)
                .storing();
    }

    @Override
    public AssemblyText assembly(int address) {
        return text("stm", r(n) + (wback ? "!" : ""), registers.text());
    }
}
