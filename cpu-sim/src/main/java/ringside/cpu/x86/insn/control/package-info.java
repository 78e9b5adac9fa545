/**
 * Control flow within a segment, stack frames, conditions as bytes, and what does nothing: NOPs, hints, fences.
 * @sdm Vol.1 5.1.6, 5.1.7, 5.1.13
 *
 * <p>{@link ringside.cpu.x86.insn.control.ControlForms} lists the forms. A branch checks its target before it changes
 * anything. In 64-bit mode near branches have 64 bits, whatever the prefixes say.
 */
package ringside.cpu.x86.insn.control;
