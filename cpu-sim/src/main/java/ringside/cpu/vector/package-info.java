/**
 * Single-instruction test vectors: one JSON object a line, run on a processor with flat memory.
 *
 * <p>The text is read line by line, so its length does not matter. Reading order:
 * {@link ringside.cpu.vector.VectorRunner} reads, {@link ringside.cpu.vector.VectorJson} knows what all vectors have in
 * common, a {@link ringside.cpu.vector.VectorTarget} runs them: {@link ringside.cpu.vector.CortexMBench} on a Cortex-M3,
 * {@link ringside.cpu.vector.X86Bench} on an x86-64 core. {@link ringside.cpu.vector.Differences} says how the outcome
 * differs from what the vector expects.
 */
package ringside.cpu.vector;
