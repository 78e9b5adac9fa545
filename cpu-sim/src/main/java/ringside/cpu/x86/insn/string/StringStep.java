package ringside.cpu.x86.insn.string;

import ringside.cpu.x86.OperandSize;
import ringside.cpu.x86.Rflags;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.form.Fields;
import ringside.cpu.x86.form.Repeat;

/**
 * What string instructions share: rSI and rDI that step by the size of the operand, up or down as DF says, and the
 * repetition that counts in rCX.
 *
 * <p>One execution is one iteration. While others follow, execution goes on at the same instruction, so that
 * interrupts and traps come between iterations with registers that let it resume.
 * @sdm Vol.1 7.3.9, Vol.2B "REP/REPE/REPZ/REPNE/REPNZ"
 *
 * @param size the size of the operand
 * @param addressSize what of rSI, rDI and rCX counts
 */
public record StringStep(OperandSize size, OperandSize addressSize, Repeat repeat) {

    /** As the prefixes say. */
    public static StringStep from(Fields f, OperandSize size) {
        return new StringStep(size, f.addressSize(), f.repeat());
    }

    /** Whether there is an iteration to do: with a repeat prefix and a count of zero there is none. */
    public boolean begins(X86Core cpu) {
        return repeat == Repeat.NONE || (cpu.gpr(X86Core.RCX) & addressSize.mask()) != 0;
    }

    /** Moves rSI or rDI to the next element. */
    public void advance(X86Core cpu, int register) {
        add(cpu, register, cpu.flag(Rflags.DF) ? -size.bytes() : size.bytes());
    }

    /** Ends an iteration of an instruction that repeats as often as rCX says. */
    public void end(X86Core cpu) {
        if (repeat != Repeat.NONE && count(cpu)) {
            cpu.repeatInstruction();
        }
    }

    /** Ends an iteration of a comparison, which ZF can end early. */
    public void endComparison(X86Core cpu) {
        if (repeat != Repeat.NONE && count(cpu) && cpu.flag(Rflags.ZF) == (repeat == Repeat.REPE)) {
            cpu.repeatInstruction();
        }
    }

    /** Counts an iteration; whether the count leaves any. */
    private boolean count(X86Core cpu) {
        add(cpu, X86Core.RCX, -1);
        return (cpu.gpr(X86Core.RCX) & addressSize.mask()) != 0;
    }

    private void add(X86Core cpu, int register, long amount) {
        long value = cpu.gpr(register);
        long sum = value + amount & addressSize.mask();
        cpu.setGpr(register, addressSize == OperandSize.WORD ? value & ~0xFFFFL | sum : sum);
    }
}
