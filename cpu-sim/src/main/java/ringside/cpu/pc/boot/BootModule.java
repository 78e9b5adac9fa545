package ringside.cpu.pc.boot;

/**
 * A file that the boot loader puts into memory for the kernel.
 *
 * @param text what the kernel is told with it: its name
 * @param content its bytes; must not be changed any more
 */
public record BootModule(String text, byte[] content) {}
