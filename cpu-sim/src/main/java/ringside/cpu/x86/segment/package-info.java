/**
 * Segmentation in protected mode: descriptors, segment loads, far transfers of control, task state. @sdm Vol.3A 3.4, 5
 *
 * <p>Reading order: {@link ringside.cpu.x86.segment.Selector}, {@link ringside.cpu.x86.segment.Descriptor},
 * {@link ringside.cpu.x86.segment.Descriptors} (the tables in memory), {@link ringside.cpu.x86.segment.StackFrame}
 * (pushes that have an effect only when all went well).
 */
package ringside.cpu.x86.segment;
