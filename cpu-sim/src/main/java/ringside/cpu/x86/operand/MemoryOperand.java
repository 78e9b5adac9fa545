package ringside.cpu.x86.operand;

/** An operand in memory. */
public interface MemoryOperand extends Operand {

    /** Where it lies. */
    Address address();
}
