/** Branch instructions, and IT. @arm A4.3 and A7.3 */
package ringside.cpu.armv7m.insn.branch;
