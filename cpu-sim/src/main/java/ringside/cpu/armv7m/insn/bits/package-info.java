/** Extension, bit fields, saturation, reversal. @arm A4.4.4, A4.4.5 and A4.4.7 */
package ringside.cpu.armv7m.insn.bits;
