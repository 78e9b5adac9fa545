package ringside.cpu.x86.insn.x87;

import ringside.cpu.x86.FloatingUnits;
import ringside.cpu.x86.X86Core;
import ringside.cpu.x86.X86Instruction;

/** An x87 instruction that is no control instruction. @sdm Vol.1 8.3.1, 8.6 */
interface X87Instruction extends X86Instruction {

    /** Where it stands, and its operand. */
    X87Location at();

    /**
     * Performs the operation; the context has begun.
     *
     * @throws ringside.cpu.x86.X86Fault if memory refuses; nothing has changed then
     */
    void operate(X86Core cpu);

    @Override
    default void execute(X86Core cpu) {
        FloatingUnits.requireX87(cpu);
        FloatingUnits.deliverPending(cpu);
        cpu.x87().context().beginX87(cpu.x87().control());
        operate(cpu);
        at().note(cpu);
    }
}
