package ringside.cpu.armv7m.insn.load;

import static ringside.cpu.armv7m.insn.Syntax.r;
import static ringside.cpu.armv7m.insn.Syntax.text;

import java.util.List;
import ringside.cpu.armv7m.AssemblyText;
import ringside.cpu.armv7m.CortexM;
import ringside.cpu.armv7m.Effects;
import ringside.cpu.armv7m.ThumbInstruction;
import ringside.cpu.armv7m.insn.Encoding;
import ringside.cpu.armv7m.insn.Fields;
import ringside.cpu.armv7m.insn.RegisterOffset;

/** LDR (register): {@code Rt} = a word, at {@code Rn} plus shifted {@code Rm}. @arm A7.7 LDR (register) */
public record LdrRegister(int t, RegisterOffset location) implements ThumbInstruction {
    static final List<Encoding> ENCODINGS = List.of(
            Encoding.of("LDR (register) T1", "0101 100 mmm nnn ttt", LdrRegister::fromT1),
            Encoding.of("LDR (register) T2", "11111000 0101 nnnn tttt 000000 ii mmmm", LdrRegister::fromT2)
                    .wide()
                    .see("LDR (literal)"));

    private static ThumbInstruction fromT1(Fields f) {
        return new LdrRegister(f.get('t'), new RegisterOffset(f.get('n'), f.get('m'), 0));
    }

    private static ThumbInstruction fromT2(Fields f) {
        f.unpredictableIfPcBeforeEndOfItBlock(f.get('t'));
        f.unpredictableIfSpOrPc('m');
        return new LdrRegister(f.get('t'), new RegisterOffset(f.get('n'), f.get('m'), f.get('i')));
    }

    @Override
    public void execute(CortexM cpu) {
        int data = cpu.memU32(location.address(cpu));
        if (t == CortexM.PC) {
            cpu.loadWritePc(data);
        } else {
            cpu.setR(t, data);
        }
    }

    @Override
    public Effects effects() {
        return location.effects().writing(t).loading();
    }

    @Override
    public AssemblyText assembly(int address) {
        return text("ldr", r(t), location.text());
    }
}
