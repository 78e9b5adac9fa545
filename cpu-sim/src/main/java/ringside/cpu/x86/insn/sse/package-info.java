/**
 * MMX, SSE and SSE2: one record a mnemonic, or a family that differs in one operation. @sdm Vol.1 9, 10, 11
 *
 * <p>{@link ringside.cpu.x86.insn.sse.SseForms} lists their forms. Operands of 128 bits are {@code VectorOperand}s, two
 * halves of 64 bits; smaller ones are ordinary operands. Packed integers are in {@code ringside.cpu.x86.packed},
 * floating-point arithmetic in {@code ringside.cpu.x86.floating}.
 */
package ringside.cpu.x86.insn.sse;
