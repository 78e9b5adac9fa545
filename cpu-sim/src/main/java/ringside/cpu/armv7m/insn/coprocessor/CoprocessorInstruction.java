package ringside.cpu.armv7m.insn.coprocessor;

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
import ringside.cpu.armv7m.insn.IndexedAddress;

/**
 * An instruction for a coprocessor, of which a Cortex-M3 has none: a UsageFault NOCP. Encodings without a meaning in
 * this space are taken the same, since it is the coprocessor that would have to reject them. @arm A5.3.18 and B1.5.6
 *
 * @param coprocessor its number, 0 to 15
 * @param operands what the manual's syntax writes after the number
 */
public record CoprocessorInstruction(String mnemonic, int coprocessor, String operands) implements ThumbInstruction {
    static final List<Encoding> ENCODINGS = List.of(
            Encoding.of("CDP, CDP2 T1", "111 x 1110 oooo nnnn dddd cccc ppp 0 mmmm", CoprocessorInstruction::operation),
            Encoding.of("MCR, MCR2 T1", "111 x 1110 ooo 0 nnnn tttt cccc ppp 1 mmmm", f -> move(f, "mcr")),
            Encoding.of("MRC, MRC2 T1", "111 x 1110 ooo 1 nnnn tttt cccc ppp 1 mmmm", f -> move(f, "mrc")),
            Encoding.of("MCRR, MCRR2 T1", "111 x 1100 0100 TTTT tttt cccc oooo mmmm", f -> movePair(f, "mcrr")),
            Encoding.of("MRRC, MRRC2 T1", "111 x 1100 0101 TTTT tttt cccc oooo mmmm", f -> movePair(f, "mrrc")),
            Encoding.of("STC, STC2 T1", "111 x 110 P U N W 0 nnnn dddd cccc iiiiiiii", f -> transfer(f, "stc"))
                    .see("MCRR"),
            Encoding.of("LDC, LDC2 T1", "111 x 110 P U N W 1 nnnn dddd cccc iiiiiiii", f -> transfer(f, "ldc"))
                    .see("MRRC"));

    private static ThumbInstruction operation(Fields f) {
        return of(f, "cdp", imm(f.get('o')), c(f, 'd'), c(f, 'n'), c(f, 'm'), imm(f.get('p')));
    }

    private static ThumbInstruction move(Fields f, String mnemonic) {
        String register = f.get('t') == CortexM.PC && mnemonic.equals("mrc") ? "apsr_nzcv" : r(f.get('t'));
        return of(f, mnemonic, imm(f.get('o')), register, c(f, 'n'), c(f, 'm'), imm(f.get('p')));
    }

    private static ThumbInstruction movePair(Fields f, String mnemonic) {
        return of(f, mnemonic, imm(f.get('o')), r(f.get('t')), r(f.get('T')), c(f, 'm'));
    }

    private static ThumbInstruction transfer(Fields f, String mnemonic) {
        IndexedAddress location = IndexedAddress.ofPuw(f, 4);
        boolean unindexed = !location.index() && !location.wback();
        String where = unindexed ? "[" + r(f.get('n')) + "], {" + f.get('i') + "}" : location.text();
        CoprocessorInstruction plain = of(f, mnemonic, c(f, 'd'), where);
        return f.flag('N')
                ? new CoprocessorInstruction(plain.mnemonic + "l", plain.coprocessor, plain.operands)
                : plain;
    }

    private static CoprocessorInstruction of(Fields f, String mnemonic, String... operands) {
        return new CoprocessorInstruction(
                f.flag('x') ? mnemonic + "2" : mnemonic, f.get('c'), String.join(", ", operands));
    }

    /** A register of the coprocessor. */
    private static String c(Fields f, char letter) {
        return "c" + f.get(letter);
    }

    @Override
    public void execute(CortexM cpu) {
        throw cpu.noCoprocessor();
    }

    @Override
    public Effects effects() {
        return Effects.NONE;
    }

    @Override
    public AssemblyText assembly(int address) {
        return text(mnemonic, "p" + coprocessor, operands);
    }

    @Override
    public String note() {
        return "for a coprocessor, which a Cortex-M3 does not have: a UsageFault";
    }
}
