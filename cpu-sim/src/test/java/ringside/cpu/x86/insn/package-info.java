/** Tests of single x86 instructions: lines of {@code .ins} files, and properties of all forms. */
package ringside.cpu.x86.insn;
