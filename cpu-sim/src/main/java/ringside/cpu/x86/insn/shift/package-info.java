/**
 * Shifts and rotations: one record a mnemonic. @sdm Vol.1 5.1.5, 7.3.6
 *
 * <p>Read {@link ringside.cpu.x86.insn.shift.ShiftCount}, which knows what a count makes of the flags;
 * {@link ringside.cpu.x86.insn.shift.ShiftForms} lists the forms.
 */
package ringside.cpu.x86.insn.shift;
