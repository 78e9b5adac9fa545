/**
 * Single-instruction test vectors: one JSON object a line, run on a processor with flat memory.
 *
 * <p>The text is read line by line, so its length does not matter. {@link ringside.cpu.vector.VectorRunner} reads,
 * {@link ringside.cpu.vector.VectorParser} makes a {@link ringside.cpu.vector.TestVector} of a line,
 * {@link ringside.cpu.vector.VectorBench} runs it on a processor, and {@link ringside.cpu.vector.VectorCheck} says how
 * the outcome differs from what the vector expects. This version runs vectors for {@code cortex-m3}.
 */
package ringside.cpu.vector;
