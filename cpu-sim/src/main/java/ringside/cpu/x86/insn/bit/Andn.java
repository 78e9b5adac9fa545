package ringside.cpu.x86.insn.bit;

import java.util.List;
import ringside.cpu.x86.Effects;
import ringside.cpu.x86.OperandSize;
import ringside.cpu.x86.Rflags;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Instruction;
import ringside.cpu.x86.form.Fields;
import ringside.cpu.x86.form.Form;
import ringside.cpu.x86.operand.Operand;

/**
 * ANDN: {@code DEST = NOT SRC1 AND SRC2}; OF and CF are cleared. Of the flags that the manual leaves undefined AF is 0 and
 * PF is that of the result, as on AMD processors. @sdm Vol.2A "ANDN"
 */
record Andn(Operand destination, Operand first, Operand second, OperandSize size) implements X86Instruction {
    static final List<Form> FORMS = Form.table(Andn::from, """
            VEX.LZ.0F38 F2 /r    ANDN r32|64, r32|64(v), r/m32|64
            """);
    private static final Effects EFFECTS = Effects.sets("OF SF ZF CF").undefined("AF PF");

    static Andn from(Fields f) {
        return new Andn(f.operand(0), f.operand(1), f.operand(2), f.size());
    }

    @Override
    public Effects effects() {
        return EFFECTS;
    }

    @Override
    public void execute(X86Core cpu) {
        long result = ~first.read(cpu) & second.read(cpu);
        cpu.setStatusFlags(Rflags.signZeroParity(size, result));
        destination.write(cpu, result);
    }
}
