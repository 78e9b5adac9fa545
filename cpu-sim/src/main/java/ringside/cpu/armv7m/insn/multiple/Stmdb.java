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

/** STMDB, STMFD: stores registers below {@code Rn}. @arm A7.7 STMDB, STMFD */
public record Stmdb(int n, RegisterList registers, boolean wback) implements ThumbInstruction {
    static final List<Encoding> ENCODINGS =
            List.of(Encoding.of("STMDB T1", "1110100 100 W 0 nnnn y M x rrrrrrrrrrrrr", Stmdb::fromT1)
                    .see("PUSH T2"));

    private static ThumbInstruction fromT1(Fields f) {
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
        return new Stmdb(f.get('n'), registers, f.flag('W'));
    }

    @Override
    public void execute(CortexM cpu) {
        int address = cpu.r(n) - 4 * registers.count();
        registers.store(cpu, address);
        if (wback) {
            cpu.setR(n, address);
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
        return text("stmdb", r(n) + (wback ? "!" : ""), registers.text());
    }
}
