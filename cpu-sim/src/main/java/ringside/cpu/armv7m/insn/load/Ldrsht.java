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
import ringside.cpu.armv7m.insn.IndexedAddress;

/** LDRSHT: {@code Rt} = a halfword, sign-extended, at {@code Rn} plus a constant, if unprivileged code may read it. @arm A7.7 LDRSHT */
public record Ldrsht(int t, IndexedAddress location) implements ThumbInstruction {
    static final List<Encoding> ENCODINGS =
            List.of(Encoding.of("LDRSHT T1", "11111001 0011 nnnn tttt 1110 iiiiiiii", Ldrsht::fromT1)
                    .see("LDRSH (literal)", "memory hint"));

    private static ThumbInstruction fromT1(Fields f) {
        f.unpredictableIfSpOrPc('t');
        return new Ldrsht(f.get('t'), IndexedAddress.of(f.get('n'), f.get('i')));
    }

    @Override
    public void execute(CortexM cpu) {
        cpu.setR(t, (short) cpu.memUUnpriv(location.address(cpu), 2));
    }

    @Override
    public Effects effects() {
        return location.effects().writing(t).loading();
    }

    @Override
    public AssemblyText assembly(int address) {
        return text("ldrsht", r(t), location.text());
    }
}
