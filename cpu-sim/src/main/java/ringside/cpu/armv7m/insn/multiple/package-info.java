/** Loads and stores of several registers. @arm A4.7 */
package ringside.cpu.armv7m.insn.multiple;
