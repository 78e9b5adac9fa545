/**
 * The ARMv7-M core of a Cortex-M3: registers, memory access, the step loop.
 *
 * <p>It stands on the packages {@code mpu} and {@code exception} (priorities, NVIC, SCB, SysTick); {@code insn} (one
 * record a mnemonic and form) and {@code decode} (from halfwords to instructions) stand on it.
 *
 * <p>Reading order: {@link ringside.cpu.armv7m.CortexM} (the processor as instructions see it),
 * {@link ringside.cpu.armv7m.Arithmetic}, {@link ringside.cpu.armv7m.ThumbInstruction} with its
 * {@link ringside.cpu.armv7m.Effects}. Then the processor itself, in
 * layers, each of which knows only those before it:
 *
 * <ol>
 *   <li>{@code CortexMBus}: what is remembered of memory, and the slow way through protection and bus;
 *   <li>{@code CortexMMemory}: the accesses of instructions;
 *   <li>{@code CortexMSystem}: modes, special registers, hints, {@code PrivatePeripherals};
 *   <li>{@code CortexMExceptions}: faults, entry, return, lockup;
 *   <li>{@code CortexMFetch}: fetch, decode, execute, with {@code CodeBlock} and {@code CodeCache};
 *   <li>{@link ringside.cpu.armv7m.CortexMProcessor}: the run, sleep, reset, views.
 * </ol>
 *
 * <p>{@code Stretch}, {@code StretchCompiler} and {@code CompiledStretch} are the second tier, which executes the same
 * instruction objects in code of its own.
 *
 * <p>The manual is the ARMv7-M Architecture Reference Manual, DDI 0403; the {@code @arm} tags name its sections.
 */
package ringside.cpu.armv7m;
