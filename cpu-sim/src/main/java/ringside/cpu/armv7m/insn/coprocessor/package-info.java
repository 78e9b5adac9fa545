/** Coprocessor instructions. A Cortex-M3 has no coprocessor. @arm A4.10 */
package ringside.cpu.armv7m.insn.coprocessor;
