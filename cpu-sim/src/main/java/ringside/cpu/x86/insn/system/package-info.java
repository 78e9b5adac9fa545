/**
 * System instructions: descriptor-table, control, debug and model-specific registers, system calls, translations, CPUID.
 * @sdm Vol.1 5.20, Vol.3A 2.8
 *
 * <p>{@link ringside.cpu.x86.insn.system.SystemForms} lists their forms. What may be written into which register stands in
 * {@code ringside.cpu.x86.system}.
 */
package ringside.cpu.x86.insn.system;
