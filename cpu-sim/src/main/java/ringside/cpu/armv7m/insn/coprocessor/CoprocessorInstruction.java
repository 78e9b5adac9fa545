package ringside.cpu.armv7m.insn.coprocessor;

import static ringside.cpu.armv7m.insn.Syntax.text;

import java.util.List;
import ringside.cpu.armv7m.AssemblyText;
import ringside.cpu.armv7m.CortexM;
import ringside.cpu.armv7m.ThumbInstruction;
import ringside.cpu.armv7m.insn.Encoding;
import ringside.cpu.armv7m.insn.Fields;

/**
 * An instruction for a coprocessor, of which a Cortex-M3 has none: a UsageFault NOCP. Encodings without a meaning in
 * this space are taken the same, since it is the coprocessor that would have to reject them.
 * @arm A5.3.18 and B1.5.6
 */
public record CoprocessorInstruction(String mnemonic, int coprocessor) implements ThumbInstruction {
    static final List<Encoding> ENCODINGS = List.of(
            Encoding.of("CDP, CDP2 T1", "111 x 1110 oooo nnnn dddd cccc ppp 0 mmmm", f -> of(f, "cdp")),
            Encoding.of("MCR, MCR2 T1", "111 x 1110 ooo 0 nnnn tttt cccc ppp 1 mmmm", f -> of(f, "mcr")),
            Encoding.of("MRC, MRC2 T1", "111 x 1110 ooo 1 nnnn tttt cccc ppp 1 mmmm", f -> of(f, "mrc")),
            Encoding.of("MCRR, MCRR2 T1", "111 x 1100 0100 nnnn tttt cccc oooo mmmm", f -> of(f, "mcrr")),
            Encoding.of("MRRC, MRRC2 T1", "111 x 1100 0101 nnnn tttt cccc oooo mmmm", f -> of(f, "mrrc")),
            Encoding.of("STC, STC2 T1", "111 x 110 P U N W 0 nnnn dddd cccc iiiiiiii", f -> of(f, "stc"))
                    .see("MCRR"),
            Encoding.of("LDC, LDC2 T1", "111 x 110 P U N W 1 nnnn dddd cccc iiiiiiii", f -> of(f, "ldc"))
                    .see("MRRC"));

    private static ThumbInstruction of(Fields f, String mnemonic) {
        return new CoprocessorInstruction(f.flag('x') ? mnemonic + "2" : mnemonic, f.get('c'));
    }

    @Override
    public void execute(CortexM cpu) {
        throw cpu.noCoprocessor();
    }

    @Override
    public AssemblyText assembly(int address) {
        return text(mnemonic, "p" + coprocessor);
    }

    @Override
    public String note() {
        return "no coprocessor: a UsageFault";
    }
}
