package ringside.cpu.machine;

/**
 * Bytes from outside for one port of the machine, applied before the instruction that follows its mark.
 *
 * @param mark instructions retired when it arrives
 * @param port the name of the port, such as {@code uart0} or {@code buttons}
 * @param bytes what arrives; must not be changed
 */
public record Input(long mark, String port, byte[] bytes) {}
