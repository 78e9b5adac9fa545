/**
 * What software may write into control, debug and model-specific registers, and what CPUID says. @sdm Vol.3A 2.5, Vol.3B
 * 17.2, Vol.4 2.1, Vol.2A "CPUID"
 *
 * <p>Reading order: {@link ringside.cpu.x86.system.ControlRegisters} (with the switch to long mode),
 * {@link ringside.cpu.x86.system.DebugRegisters}, {@link ringside.cpu.x86.system.ModelSpecificRegisters},
 * {@link ringside.cpu.x86.system.CpuFeatures}.
 */
package ringside.cpu.x86.system;
