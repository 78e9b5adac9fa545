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

/** MOV (register): {@code Rd = Rm}. @arm A7.7 MOV (register) */
public record MovRegister(int d, int m, boolean setFlags) implements ThumbInstruction {
    static final List<Encoding> ENCODINGS = List.of(
            Encoding.of("MOV (register) T1", "01000110 D mmmm ddd", MovRegister::fromT1),
            Encoding.of("MOV (register) T2", "00000 00000 mmm ddd", MovRegister::fromT2),
            Encoding.of("MOV (register) T3", "11101010010 S 1111 (0) 000 dddd 0000 mmmm", MovRegister::fromT3)
                    .wide());

    private static ThumbInstruction fromT1(Fields f) {
        int d = f.get('D', 'd', 3);
        f.unpredictableIfPcBeforeEndOfItBlock(d);
        return new MovRegister(d, f.get('m'), false);
    }

    private static ThumbInstruction fromT2(Fields f) {
        f.unpredictableInItBlock();
        return new MovRegister(f.get('d'), f.get('m'), true);
    }

    private static ThumbInstruction fromT3(Fields f) {
        if (f.flag('S')) {
            f.unpredictableIfSpOrPc('d', 'm');
        }
        f.unpredictableIfPc('d');
        f.unpredictableIfPc('m');
        if (f.get('d') == CortexM.SP && f.get('m') == CortexM.SP) {
            f.unpredictableButExecuted("SP to SP");
        }
        return new MovRegister(f.get('d'), f.get('m'), f.flag('S'));
    }

    @Override
    public void execute(CortexM cpu) {
        int result = cpu.r(m);
        if (d == CortexM.PC) {
            cpu.aluWritePc(result);
            return;
        }
        cpu.setR(d, result);
        if (setFlags) {
            cpu.setNz(result);
        }
    }

    @Override
    public Effects effects() {
        return Effects.NONE.reading(m).writing(d).writingFlags(setFlags ? "NZ" : "");
    }

    @Override
    public AssemblyText assembly(int address) {
        return text(setFlags ? "movs" : "mov", r(d), r(m));
    }
}
