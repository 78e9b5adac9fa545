/**
 * The memory protection unit of ARMv7-M (PMSAv7), and the default memory map beneath it.
 *
 * <p>Reading order: {@link ringside.cpu.armv7m.mpu.MpuRegion} (one region's registers and what they mean),
 * {@link ringside.cpu.armv7m.mpu.DefaultMemoryMap}, {@link ringside.cpu.armv7m.mpu.ProtectionRules} (the one place that
 * decides who may touch an address), {@link ringside.cpu.armv7m.mpu.Mpu} (the registers),
 * {@link ringside.cpu.armv7m.mpu.MpuView} (what panes see). The processor and the panes ask the same rules.
 *
 * <p>The manual is DDI 0403, section B3.5 and B3.1.
 */
package ringside.cpu.armv7m.mpu;
