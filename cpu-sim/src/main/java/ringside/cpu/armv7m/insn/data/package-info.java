/** Standard data-processing instructions, with a constant or a shifted register. @arm A4.4.1 */
package ringside.cpu.armv7m.insn.data;
