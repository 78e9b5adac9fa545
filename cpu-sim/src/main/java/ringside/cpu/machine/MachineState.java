package ringside.cpu.machine;

/**
 * The whole state of a machine at a mark, immutable. Pages of RAM are shared with the machine until it writes them.
 *
 * @param mark instructions retired
 * @param parts the state of processor, clock and devices, encoded
 * @param pages the pages of every RAM, in the order of mapping
 */
public record MachineState(long mark, byte[] parts, byte[][][] pages) {}
