/**
 * The forms of x86 instructions in the notation of the manual: the one table that the decoder, the disassembler and the
 * tests are made from.
 *
 * <p>An instruction lists its forms as lines of text, an opcode and an assembly column, as the manual's instruction pages
 * do (@sdm Vol.2A 3.1.1). Reading order: {@link ringside.cpu.x86.form.Form} with its notation,
 * {@link ringside.cpu.x86.form.OperandForm}, {@link ringside.cpu.x86.form.Fields} (what an instruction is made from).
 */
package ringside.cpu.x86.form;
