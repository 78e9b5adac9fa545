/** Status registers, exceptions, hints, barriers. @arm A4.5, A4.8, A4.9 and B5.2 */
package ringside.cpu.armv7m.insn.system;
