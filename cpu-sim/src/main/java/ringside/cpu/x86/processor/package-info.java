/**
 * The step loop of the x86-64 core: fetch, decode, execute, and what happens between instructions.
 *
 * <p>Reading order: {@code CodePage} and {@code CodeCache} (what has been decoded), {@code X86Fetch} (executes until
 * something needs attention), {@link ringside.cpu.x86.processor.X86Processor} (the run, interrupts, reset, state),
 * {@code RegisterNames}.
 */
package ringside.cpu.x86.processor;
