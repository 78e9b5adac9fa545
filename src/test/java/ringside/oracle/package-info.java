/**
 * Our Cortex-M3 beside QEMU's: the same instructions on both, everything visible compared.
 *
 * <p>These tests need {@code qemu-system-arm} and run under the Maven profile {@code oracle}. Reading order:
 * {@link ringside.oracle.QemuGdb} (QEMU by its gdb port), {@link ringside.oracle.Ours} (our processor in the same
 * memory), {@link ringside.oracle.InstructionCases} (what is run), {@link ringside.oracle.InstructionOracleTest}.
 * What is known to differ, and why, is in {@code qemu-differences.txt} among the resources.
 */
package ringside.oracle;
