/**
 * Bitwise logic: one record a mnemonic. @sdm Vol.1 5.1.4
 *
 * <p>{@link ringside.cpu.x86.insn.logic.LogicForms} lists their forms. TEST stands here with AND, whose flags it sets.
 */
package ringside.cpu.x86.insn.logic;
