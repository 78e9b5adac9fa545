/** Loads of bytes, halfwords, words and pairs of words; preload hints. @arm A4.6 and A5.3.7 to A5.3.9 */
package ringside.cpu.armv7m.insn.load;
