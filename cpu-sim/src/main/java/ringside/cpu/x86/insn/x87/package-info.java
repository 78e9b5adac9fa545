/**
 * The x87 floating-point unit: one record a mnemonic, or a family that differs in one operation. @sdm Vol.1 8
 *
 * <p>{@link ringside.cpu.x86.insn.x87.X87Forms} lists their forms. {@code X87Instruction} is what all but the control
 * instructions have in common, {@code X87Stack} the register stack with its exceptions. The transcendental instructions
 * are known but not performed: they stop the machine.
 */
package ringside.cpu.x86.insn.x87;
