/** Multiply and divide instructions. @arm A4.4.3 and A4.4.6 */
package ringside.cpu.armv7m.insn.multiply;
