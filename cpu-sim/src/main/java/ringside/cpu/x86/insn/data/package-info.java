/**
 * Data transfer and flag control: moves, exchanges, the stack, single flags. @sdm Vol.1 5.1.1, 5.1.11, 5.1.14
 *
 * <p>{@link ringside.cpu.x86.insn.data.DataForms} lists the forms; one record a mnemonic.
 */
package ringside.cpu.x86.insn.data;
