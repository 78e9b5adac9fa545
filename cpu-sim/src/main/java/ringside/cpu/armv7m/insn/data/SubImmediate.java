package ringside.cpu.armv7m.insn.data;

import static ringside.cpu.armv7m.insn.Syntax.r;
import static ringside.cpu.armv7m.insn.Syntax.text;

import java.util.List;
import ringside.cpu.armv7m.Arithmetic;
import ringside.cpu.armv7m.Arithmetic.Sum;
import ringside.cpu.armv7m.AssemblyText;
import ringside.cpu.armv7m.CortexM;
import ringside.cpu.armv7m.Effects;
import ringside.cpu.armv7m.ThumbInstruction;
import ringside.cpu.armv7m.insn.Encoding;
import ringside.cpu.armv7m.insn.Fields;
import ringside.cpu.armv7m.insn.ModifiedImmediate;

/** SUB (immediate): {@code Rd = Rn - constant}, where Rn may be SP. @arm A7.7 SUB (immediate) */
public record SubImmediate(int d, int n, ModifiedImmediate immediate, boolean setFlags, String mnemonic)
        implements ThumbInstruction {
    static final List<Encoding> ENCODINGS = List.of(
            Encoding.of("SUB (immediate) T1", "0001111 iii nnn ddd", SubImmediate::fromT1),
            Encoding.of("SUB (immediate) T2", "00111 ddd iiiiiiii", SubImmediate::fromT2)
                    .rdn(),
            Encoding.of("SUB (immediate) T3", "11110 i 0 1101 S nnnn 0 iii dddd iiiiiiii", SubImmediate::fromT3)
                    .wide()
                    .see("CMP (immediate)", "SUB (SP"),
            Encoding.of("SUB (immediate) T4", "11110 i 1 01010 nnnn 0 iii dddd iiiiiiii", SubImmediate::fromT4)
                    .see("ADR T2", "SUB (SP"),
            Encoding.of("SUB (SP minus immediate) T1", "101100001 iiiiiii", SubImmediate::fromSpT1)
                    .rdn(),
            Encoding.of(
                            "SUB (SP minus immediate) T2",
                            "11110 i 0 1101 S 1101 0 iii dddd iiiiiiii",
                            SubImmediate::fromSpT2)
                    .wide()
                    .see("CMP (immediate)"),
            Encoding.of(
                    "SUB (SP minus immediate) T3", "11110 i 1 01010 1101 0 iii dddd iiiiiiii", SubImmediate::fromSpT3));

    private static ThumbInstruction fromT1(Fields f) {
        return narrow(f, f.get('d'), f.get('n'), f.get('i'));
    }

    private static ThumbInstruction fromT2(Fields f) {
        return narrow(f, f.get('d'), f.get('d'), f.get('i'));
    }

    private static ThumbInstruction fromT3(Fields f) {
        f.unpredictableIfSpOrPc('d');
        f.unpredictableIfPc('n');
        return new SubImmediate(f.get('d'), f.get('n'), ModifiedImmediate.of(f), f.flag('S'), "sub");
    }

    private static ThumbInstruction fromT4(Fields f) {
        f.unpredictableIfSpOrPc('d');
        return new SubImmediate(f.get('d'), f.get('n'), ModifiedImmediate.plain(f.get('i')), false, "subw");
    }

    private static ThumbInstruction fromSpT1(Fields f) {
        return new SubImmediate(CortexM.SP, CortexM.SP, ModifiedImmediate.plain(f.get('i') << 2), false, "sub");
    }

    private static ThumbInstruction fromSpT2(Fields f) {
        f.unpredictableIfPc('d');
        return new SubImmediate(f.get('d'), CortexM.SP, ModifiedImmediate.of(f), f.flag('S'), "sub");
    }

    private static ThumbInstruction fromSpT3(Fields f) {
        f.unpredictableIfPc('d');
        return new SubImmediate(f.get('d'), CortexM.SP, ModifiedImmediate.plain(f.get('i')), false, "subw");
    }

    private static SubImmediate narrow(Fields f, int d, int n, int imm32) {
        return new SubImmediate(d, n, ModifiedImmediate.plain(imm32), !f.inItBlock(), "sub");
    }

    @Override
    public void execute(CortexM cpu) {
        Sum sum = Arithmetic.addWithCarry(cpu.r(n), ~immediate.value(), true);
        cpu.setR(d, sum.result());
        if (setFlags) {
            cpu.setNzcv(sum);
        }
    }

    @Override
    public Effects effects() {
        return Effects.NONE.reading(n).writing(d).writingFlags(setFlags ? "NZCV" : "");
    }

    @Override
    public AssemblyText assembly(int address) {
        return text(setFlags ? mnemonic + "s" : mnemonic, r(d), r(n), immediate.text());
    }
}
