package ringside.cpu.x86;

/**
 * The outcome of an arithmetic or logical operation.
 *
 * @param value the result, zero-extended from the operand's size
 * @param flags the status flags that it sets, as bits of RFLAGS; all six are decided, the undefined ones as documented
 */
public record AluResult(long value, int flags) {}
