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

/** LDRB (register): {@code Rt} = a byte, zero-extended, at {@code Rn} plus shifted {@code Rm}. @arm A7.7 LDRB (register) */
public record LdrbRegister(int t, RegisterOffset location) implements ThumbInstruction {
    static final List<Encoding> ENCODINGS = List.of(
            Encoding.of("LDRB (register) T1", "0101 110 mmm nnn ttt", LdrbRegister::fromT1),
            Encoding.of("LDRB (register) T2", "11111000 0001 nnnn tttt 000000 ii mmmm", LdrbRegister::fromT2)
                    .wide()
                    .see("LDRB (literal)", "PLD"));

    private static ThumbInstruction fromT1(Fields f) {
        return new LdrbRegister(f.get('t'), new RegisterOffset(f.get('n'), f.get('m'), 0));
    }

    private static ThumbInstruction fromT2(Fields f) {
        f.unpredictableIfSp('t');
        f.unpredictableIfSpOrPc('m');
        return new LdrbRegister(f.get('t'), new RegisterOffset(f.get('n'), f.get('m'), f.get('i')));
    }

    @Override
    public void execute(CortexM cpu) {
        int data = cpu.memU8(location.address(cpu));
        cpu.setR(t, data);
    }

    @Override
    public Effects effects() {
        return location.effects().writing(t).loading();
    }

    @Override
    public AssemblyText assembly(int address) {
        return text("ldrb", r(t), location.text());
    }
}
