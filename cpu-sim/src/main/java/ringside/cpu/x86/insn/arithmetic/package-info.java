/**
 * Binary and decimal arithmetic: one record a mnemonic. @sdm Vol.1 5.1.2, 5.1.3
 *
 * <p>{@link ringside.cpu.x86.insn.arithmetic.ArithmeticForms} lists their forms.
 */
package ringside.cpu.x86.insn.arithmetic;
