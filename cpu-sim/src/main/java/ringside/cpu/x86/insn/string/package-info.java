/**
 * String instructions, with their repetition. @sdm Vol.1 5.1.8, 7.3.9
 *
 * <p>Read {@link ringside.cpu.x86.insn.string.StringStep} first, which all of them share. {@link ringside.cpu.x86.insn.string.StringForms} lists the
 * forms. INS and OUTS, which count by the same rules, stand with the other instructions for ports.
 */
package ringside.cpu.x86.insn.string;
