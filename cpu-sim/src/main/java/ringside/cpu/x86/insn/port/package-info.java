/**
 * Input and output through ports. @sdm Vol.1 5.1.9, 19
 *
 * <p>{@link ringside.cpu.x86.insn.port.PortForms} lists the forms; {@code IoPermission} says who may use a port.
 */
package ringside.cpu.x86.insn.port;
