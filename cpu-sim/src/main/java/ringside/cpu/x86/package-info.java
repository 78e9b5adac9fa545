/**
 * The x86-64 core: its state, and what instructions may ask of it.
 *
 * <p>Reading order: {@link ringside.cpu.x86.X86Core} (the processor as instructions see it),
 * {@link ringside.cpu.x86.X86Alu} with {@link ringside.cpu.x86.Rflags}, {@link ringside.cpu.x86.X86Instruction} with its
 * {@link ringside.cpu.x86.Effects}, {@link ringside.cpu.x86.LinearMemory} over
 * {@link ringside.cpu.x86.AddressTranslation}. On it stand {@code operand}; {@code decode} (forms in the notation of the
 * manual, from bytes to instructions and to text), {@code insn} (one record a mnemonic), {@code segment},
 * {@code interrupt} and {@code paging}; and above all of them {@code processor}, the step loop.
 *
 * <p>The manual is Intel's Software Developer's Manual; the {@code @sdm} tags name its volumes and sections.
 */
package ringside.cpu.x86;
