package ringside.cpu.x86.insn.data;

import java.util.List;
import ringside.cpu.x86.AluResult;
import ringside.cpu.x86.Effects;
import ringside.cpu.x86.OperandSize;
import ringside.cpu.x86.X86Alu;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Instruction;
import ringside.cpu.x86.form.Fields;
import ringside.cpu.x86.form.Form;
import ringside.cpu.x86.operand.Operand;

/**
 * CMPXCHG: {@code IF accumulator = DEST THEN DEST = SRC ELSE accumulator = DEST}, with the flags of CMP.
 *
 * <p>Memory is written either way, with what it held if the comparison failed. Registers that are not assigned keep
 * their upper halves: the accumulator if it was equal, a destination if it was not. The manual's operation section
 * assigns the destination to itself, which would zero-extend it; processors do not. @sdm Vol.2A "CMPXCHG"
 */
record Cmpxchg(Operand destination, Operand source, Operand accumulator, OperandSize size, boolean inMemory)
        implements X86Instruction {
    static final List<Form> FORMS = Form.table(Cmpxchg::from, """
            0F B0 /r    CMPXCHG r/m8, r8                  LOCK
            0F B1 /r    CMPXCHG r/m16|32|64, r16|32|64    LOCK
            """);
    private static final Effects EFFECTS = Effects.sets("OF SF ZF AF CF PF");

    static Cmpxchg from(Fields f) {
        return new Cmpxchg(
                f.operand(0), f.operand(1), GeneralRegister.of(X86Core.RAX, f.size()), f.size(), f.isMemory(0));
    }

    @Override
    public Effects effects() {
        return EFFECTS;
    }

    @Override
    public void execute(X86Core cpu) {
        long found = destination.readForWrite(cpu);
        AluResult difference = X86Alu.subtract(size, accumulator.read(cpu), found, false);
        if (difference.value() == 0) {
            destination.write(cpu, source.read(cpu));
        } else {
            if (inMemory) {
                destination.write(cpu, found);
            }
            accumulator.write(cpu, found);
        }
        cpu.setStatusFlags(difference.flags());
    }
}
