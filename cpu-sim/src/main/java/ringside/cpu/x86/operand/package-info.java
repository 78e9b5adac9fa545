/**
 * Operands of x86 instructions: general registers by their size, places in memory, numbers.
 *
 * <p>Records, so that what is decoded can be folded into compiled code. Read {@link ringside.cpu.x86.operand.Operand},
 * then {@link ringside.cpu.x86.operand.Address}.
 */
package ringside.cpu.x86.operand;
