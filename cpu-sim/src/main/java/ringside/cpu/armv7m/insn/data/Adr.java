package ringside.cpu.armv7m.insn.data;

import static ringside.cpu.armv7m.insn.Syntax.hex;
import static ringside.cpu.armv7m.insn.Syntax.r;
import static ringside.cpu.armv7m.insn.Syntax.textWithTarget;

import java.util.List;
import ringside.cpu.armv7m.AssemblyText;
import ringside.cpu.armv7m.CortexM;
import ringside.cpu.armv7m.Effects;
import ringside.cpu.armv7m.ThumbInstruction;
import ringside.cpu.armv7m.insn.Encoding;
import ringside.cpu.armv7m.insn.Fields;

/** ADR: {@code Rd = Align(PC, 4) + offset}. @arm A7.7 ADR */
public record Adr(int d, int offset) implements ThumbInstruction {
    static final List<Encoding> ENCODINGS = List.of(
            Encoding.of("ADR T1", "10100 ddd iiiiiiii", Adr::fromT1),
            Encoding.of("ADR T2", "11110 i 10101 0 1111 0 iii dddd iiiiiiii", Adr::fromT2)
                    .wide(),
            Encoding.of("ADR T3", "11110 i 10000 0 1111 0 iii dddd iiiiiiii", Adr::fromT3)
                    .wide());

    private static ThumbInstruction fromT1(Fields f) {
        return new Adr(f.get('d'), f.get('i') << 2);
    }

    private static ThumbInstruction fromT2(Fields f) {
        f.unpredictableIfSpOrPc('d');
        return new Adr(f.get('d'), -f.get('i'));
    }

    private static ThumbInstruction fromT3(Fields f) {
        f.unpredictableIfSpOrPc('d');
        return new Adr(f.get('d'), f.get('i'));
    }

    @Override
    public void execute(CortexM cpu) {
        cpu.setR(d, (cpu.r(CortexM.PC) & ~3) + offset);
    }

    @Override
    public Effects effects() {
        return Effects.NONE.reading(CortexM.PC).writing(d);
    }

    @Override
    public AssemblyText assembly(int address) {
        int target = ((address + 4) & ~3) + offset;
        return textWithTarget("adr", target, r(d), hex(target));
    }
}
