package ringside.cpu.armv7m.insn.store;

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

/** STRH (register): stores a halfword of {@code Rt} at {@code Rn} plus shifted {@code Rm}. @arm A7.7 STRH (register) */
public record StrhRegister(int t, RegisterOffset location) implements ThumbInstruction {
    static final List<Encoding> ENCODINGS = List.of(
            Encoding.of("STRH (register) T1", "0101 001 mmm nnn ttt", StrhRegister::fromT1),
            Encoding.of("STRH (register) T2", "11111000 0010 nnnn tttt 000000 ii mmmm", StrhRegister::fromT2)
                    .wide());

    private static ThumbInstruction fromT1(Fields f) {
        return new StrhRegister(f.get('t'), new RegisterOffset(f.get('n'), f.get('m'), 0));
    }

    private static ThumbInstruction fromT2(Fields f) {
        if (f.get('n') == CortexM.PC) {
            return f.undefined();
        }
        f.unpredictableIfSpOrPc('t');
        f.unpredictableIfSpOrPc('m');
        return new StrhRegister(f.get('t'), new RegisterOffset(f.get('n'), f.get('m'), f.get('i')));
    }

    @Override
    public void execute(CortexM cpu) {
        cpu.setMemU16(location.address(cpu), cpu.r(t));
    }

    @Override
    public Effects effects() {
        return location.effects().reading(t).storing();
    }

    @Override
    public AssemblyText assembly(int address) {
        return text("strh", r(t), location.text());
    }
}
