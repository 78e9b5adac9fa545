/**
 * Our x86-64 core beside the processor of the machine that the tests run on.
 *
 * <p>{@link ringside.cpu.silicon.CaseGenerator} makes instructions and states from the table of forms,
 * {@link ringside.cpu.silicon.Silicon} has the native harness execute them and write test vectors, and those are run by
 * {@link ringside.cpu.vector.VectorRunner} like any others. Reading order: {@link ringside.cpu.silicon.InstructionMaker},
 * {@link ringside.cpu.silicon.Values}, {@link ringside.cpu.silicon.CaseGenerator},
 * {@link ringside.cpu.silicon.SiliconOracleTest}.
 */
package ringside.cpu.silicon;
