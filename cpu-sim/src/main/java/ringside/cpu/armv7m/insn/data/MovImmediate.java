package ringside.cpu.armv7m.insn.data;

import static ringside.cpu.armv7m.insn.Syntax.r;
import static ringside.cpu.armv7m.insn.Syntax.text;

import java.util.List;
import ringside.cpu.armv7m.AssemblyText;
import ringside.cpu.armv7m.CortexM;
import ringside.cpu.armv7m.Effects;
import ringside.cpu.armv7m.ThumbInstruction;
import ringside.cpu.armv7m.insn.Encoding;
import ringside.cpu.armv7m.insn.Fields;
import ringside.cpu.armv7m.insn.ModifiedImmediate;

/** MOV (immediate): {@code Rd = constant}. @arm A7.7 MOV (immediate) */
public record MovImmediate(int d, ModifiedImmediate immediate, boolean setFlags, String mnemonic)
        implements ThumbInstruction {
    static final List<Encoding> ENCODINGS = List.of(
            Encoding.of("MOV (immediate) T1", "00100 ddd iiiiiiii", MovImmediate::fromT1),
            Encoding.of("MOV (immediate) T2", "11110 i 00010 S 1111 0 iii dddd iiiiiiii", MovImmediate::fromT2)
                    .wide(),
            Encoding.of("MOV (immediate) T3", "11110 i 100100 xxxx 0 iii dddd iiiiiiii", MovImmediate::fromT3));

    private static ThumbInstruction fromT1(Fields f) {
        return new MovImmediate(f.get('d'), ModifiedImmediate.plain(f.get('i')), !f.inItBlock(), "mov");
    }

    private static ThumbInstruction fromT2(Fields f) {
        f.unpredictableIfSpOrPc('d');
        return new MovImmediate(f.get('d'), ModifiedImmediate.of(f), f.flag('S'), "mov");
    }

    private static ThumbInstruction fromT3(Fields f) {
        f.unpredictableIfSpOrPc('d');
        int imm16 = (f.get('x') << 12) | f.get('i');
        return new MovImmediate(f.get('d'), ModifiedImmediate.plain(imm16), false, "movw");
    }

    @Override
    public void execute(CortexM cpu) {
        cpu.setR(d, immediate.value());
        if (setFlags) {
            cpu.setNzc(immediate.value(), immediate.carry(cpu));
        }
    }

    @Override
    public Effects effects() {
        return Effects.NONE.writing(d).readingFlags("C").writingFlags(setFlags ? "NZC" : "");
    }

    @Override
    public AssemblyText assembly(int address) {
        return text(setFlags ? mnemonic + "s" : mnemonic, r(d), immediate.text());
    }
}
