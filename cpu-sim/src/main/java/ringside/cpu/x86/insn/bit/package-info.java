/**
 * Single bits, counting and moving of bits, and orders of bytes: one record a mnemonic. @sdm Vol.1 5.1.6, 5.1.16
 *
 * <p>Read {@link ringside.cpu.x86.insn.bit.BitString}, where BT and its relatives find their bit;
 * {@link ringside.cpu.x86.insn.bit.BitForms} lists the forms. BMI1 and BMI2 stand here but for the shifts.
 */
package ringside.cpu.x86.insn.bit;
