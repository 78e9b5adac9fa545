/** The instructions: one record a mnemonic and form, grouped in sub-packages by the chapters of the manual. */
package ringside.cpu.armv7m.insn;
