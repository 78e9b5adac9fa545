/** Shift instructions. @arm A4.4.2 */
package ringside.cpu.armv7m.insn.shift;
