/**
 * Loads and stores of segment registers, and questions about descriptors. @sdm Vol.1 5.1.12, Vol.3A 5.10
 *
 * <p>{@link ringside.cpu.x86.insn.segment.SegmentForms} lists their forms.
 */
package ringside.cpu.x86.insn.segment;
