package ringside.cpu.armv7m.insn.bits;

import static ringside.cpu.armv7m.insn.Syntax.imm;
import static ringside.cpu.armv7m.insn.Syntax.r;
import static ringside.cpu.armv7m.insn.Syntax.text;

import java.util.List;
import ringside.cpu.armv7m.AssemblyText;
import ringside.cpu.armv7m.CortexM;
import ringside.cpu.armv7m.Effects;
import ringside.cpu.armv7m.ThumbInstruction;
import ringside.cpu.armv7m.insn.Encoding;
import ringside.cpu.armv7m.insn.Fields;

/** BFI: {@code Rd<msb:lsb> = Rn<msb-lsb:0>}. @arm A7.7 BFI */
public record Bfi(int d, int n, int lsb, int msb) implements ThumbInstruction {
    static final List<Encoding> ENCODINGS =
            List.of(Encoding.of("BFI T1", "11110 (0) 11011 0 nnnn 0 iii dddd ii (0) mmmmm", Bfi::fromT1)
                    .see("BFC"));

    private static ThumbInstruction fromT1(Fields f) {
        f.unpredictableIfSpOrPc('d');
        f.unpredictableIfSp('n');
        if (f.get('m') < f.get('i')) {
            f.unpredictable("msb below lsb");
        }
        return new Bfi(f.get('d'), f.get('n'), f.get('i'), f.get('m'));
    }

    @Override
    public void execute(CortexM cpu) {
        cpu.setR(d, (cpu.r(d) & ~mask()) | (cpu.r(n) << lsb & mask()));
    }

    @Override
    public Effects effects() {
        return Effects.NONE.reading(d, n).writing(d);
    }

    @Override
    public AssemblyText assembly(int address) {
        return text("bfi", r(d), r(n), imm(lsb), imm(msb - lsb + 1));
    }

    private int mask() {
        return -1 >>> (31 - msb + lsb) << lsb;
    }
}
