/**
 * The instructions: one record a mnemonic and form, grouped in sub-packages by the chapters of the manual; here stands
 * what they share.
 *
 * <p>Reading order: {@link ringside.cpu.armv7m.insn.Encoding} (the manual's bit patterns),
 * {@link ringside.cpu.armv7m.insn.Fields} (an instruction being decoded, and what we do where the manual says
 * UNPREDICTABLE), the operands {@link ringside.cpu.armv7m.insn.Shift} and
 * {@link ringside.cpu.armv7m.insn.ModifiedImmediate}, then a record such as {@code data.AdcRegister}. A record holds
 * its encodings, its {@code execute} with the names of the manual's pseudocode, and its text. The package
 * {@code decode} collects all encodings into one table.
 */
package ringside.cpu.armv7m.insn;
