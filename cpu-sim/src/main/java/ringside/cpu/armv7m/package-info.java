/**
 * The ARMv7-M core of a Cortex-M3: registers, memory access, the step loop.
 *
 * <p>Reading order: {@link ringside.cpu.armv7m.CortexM} (the processor as instructions see it),
 * {@link ringside.cpu.armv7m.Arithmetic}, {@link ringside.cpu.armv7m.ThumbInstruction}; then the packages
 * {@code mpu} and {@code exception}
 * (priorities, NVIC, SCB, SysTick), on which this package stands; {@code insn} (one record a mnemonic and form) and
 * {@code decode} (from halfwords to instructions), which stand on this package.
 *
 * <p>The manual is the ARMv7-M Architecture Reference Manual, DDI 0403; the {@code @arm} tags name its sections.
 */
package ringside.cpu.armv7m;
