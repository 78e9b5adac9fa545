/** Stores of bytes, halfwords, words and pairs of words. @arm A4.6 */
package ringside.cpu.armv7m.insn.store;
