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

/** ADD (immediate): {@code Rd = Rn + constant}, where Rn may be SP. @arm A7.7 ADD (immediate) */
public record AddImmediate(int d, int n, ModifiedImmediate immediate, boolean setFlags, String mnemonic)
        implements ThumbInstruction {
    static final List<Encoding> ENCODINGS = List.of(
            Encoding.of("ADD (immediate) T1", "0001110 iii nnn ddd", AddImmediate::fromT1),
            Encoding.of("ADD (immediate) T2", "00110 ddd iiiiiiii", AddImmediate::fromT2)
                    .rdn(),
            Encoding.of("ADD (immediate) T3", "11110 i 0 1000 S nnnn 0 iii dddd iiiiiiii", AddImmediate::fromT3)
                    .wide()
                    .see("CMN (immediate)", "ADD (SP"),
            Encoding.of("ADD (immediate) T4", "11110 i 1 00000 nnnn 0 iii dddd iiiiiiii", AddImmediate::fromT4)
                    .see("ADR T3", "ADD (SP"),
            Encoding.of("ADD (SP plus immediate) T1", "10101 ddd iiiiiiii", AddImmediate::fromSpT1),
            Encoding.of("ADD (SP plus immediate) T2", "101100000 iiiiiii", AddImmediate::fromSpT2)
                    .rdn(),
            Encoding.of(
                            "ADD (SP plus immediate) T3",
                            "11110 i 0 1000 S 1101 0 iii dddd iiiiiiii",
                            AddImmediate::fromSpT3)
                    .wide()
                    .see("CMN (immediate)"),
            Encoding.of(
                    "ADD (SP plus immediate) T4", "11110 i 1 00000 1101 0 iii dddd iiiiiiii", AddImmediate::fromSpT4));

    private static ThumbInstruction fromT1(Fields f) {
        return narrow(f, f.get('d'), f.get('n'), f.get('i'));
    }

    private static ThumbInstruction fromT2(Fields f) {
        return narrow(f, f.get('d'), f.get('d'), f.get('i'));
    }

    private static ThumbInstruction fromT3(Fields f) {
        f.unpredictableIfSpOrPc('d');
        f.unpredictableIfPc('n');
        return new AddImmediate(f.get('d'), f.get('n'), ModifiedImmediate.of(f), f.flag('S'), "add");
    }

    private static ThumbInstruction fromT4(Fields f) {
        f.unpredictableIfSpOrPc('d');
        return new AddImmediate(f.get('d'), f.get('n'), ModifiedImmediate.plain(f.get('i')), false, "addw");
    }

    private static ThumbInstruction fromSpT1(Fields f) {
        return new AddImmediate(f.get('d'), CortexM.SP, ModifiedImmediate.plain(f.get('i') << 2), false, "add");
    }

    private static ThumbInstruction fromSpT2(Fields f) {
        return new AddImmediate(CortexM.SP, CortexM.SP, ModifiedImmediate.plain(f.get('i') << 2), false, "add");
    }

    private static ThumbInstruction fromSpT3(Fields f) {
        f.unpredictableIfPc('d');
        return new AddImmediate(f.get('d'), CortexM.SP, ModifiedImmediate.of(f), f.flag('S'), "add");
    }

    private static ThumbInstruction fromSpT4(Fields f) {
        f.unpredictableIfPc('d');
        return new AddImmediate(f.get('d'), CortexM.SP, ModifiedImmediate.plain(f.get('i')), false, "addw");
    }

    private static AddImmediate narrow(Fields f, int d, int n, int imm32) {
        return new AddImmediate(d, n, ModifiedImmediate.plain(imm32), !f.inItBlock(), "add");
    }

    @Override
    public void execute(CortexM cpu) {
        Sum sum = Arithmetic.addWithCarry(cpu.r(n), immediate.value(), false);
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
