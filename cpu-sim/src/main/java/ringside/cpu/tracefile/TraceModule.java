package ringside.cpu.tracefile;

/**
 * A boot module that a trace carries.
 *
 * @param name what the kernel is told with it
 * @param content its bytes; must not be changed any more
 */
public record TraceModule(String name, byte[] content) {}
