package ringside.cpu.machine;

/**
 * Something that a boot loader has put into memory before the first instruction. What the guest does with that memory
 * later is its own affair.
 *
 * @param base its physical address
 * @param size how many bytes
 * @param kind what it is
 * @param name the name of a module; empty for the rest
 */
public record LoadedPart(long base, long size, Kind kind, String name) {

    /** Sorts of parts. */
    public enum Kind {
        /** A part of the kernel's file, with the memory that the file asks for. */
        KERNEL,
        /** A file for the kernel. */
        MODULE,
        /** What the boot loader tells the kernel: memory map, command line, symbols. */
        INFORMATION
    }
}
