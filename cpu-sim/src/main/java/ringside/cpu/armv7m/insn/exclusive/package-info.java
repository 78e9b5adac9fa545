/** Loads and stores that are exclusive: the primitive of all locks. @arm A3.4 and A4.6.2 */
package ringside.cpu.armv7m.insn.exclusive;
