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

/** LDRSH (register): {@code Rt} = a halfword, sign-extended, at {@code Rn} plus shifted {@code Rm}. @arm A7.7 LDRSH (register) */
public record LdrshRegister(int t, RegisterOffset location) implements ThumbInstruction {
    static final List<Encoding> ENCODINGS = List.of(
            Encoding.of("LDRSH (register) T1", "0101 111 mmm nnn ttt", LdrshRegister::fromT1),
            Encoding.of("LDRSH (register) T2", "11111001 0011 nnnn tttt 000000 ii mmmm", LdrshRegister::fromT2)
                    .wide()
                    .see("LDRSH (literal)", "memory hint"));

    private static ThumbInstruction fromT1(Fields f) {
        return new LdrshRegister(f.get('t'), new RegisterOffset(f.get('n'), f.get('m'), 0));
    }

    private static ThumbInstruction fromT2(Fields f) {
        f.unpredictableIfSp('t');
        f.unpredictableIfSpOrPc('m');
        return new LdrshRegister(f.get('t'), new RegisterOffset(f.get('n'), f.get('m'), f.get('i')));
    }

    @Override
    public void execute(CortexM cpu) {
        int data = (short) cpu.memU16(location.address(cpu));
        cpu.setR(t, data);
    }

    @Override
    public Effects effects() {
        return location.effects().writing(t).loading();
    }

    @Override
    public AssemblyText assembly(int address) {
        return text("ldrsh", r(t), location.text());
    }
}
