/**
 * Transfers of control to other code segments and to interrupt handlers, and back. @sdm Vol.1 5.1.7, Vol.3A 5.8, 6
 *
 * <p>{@link ringside.cpu.x86.insn.far.FarForms} lists their forms. The rules stand in {@code segment} and
 * {@code interrupt}.
 */
package ringside.cpu.x86.insn.far;
