package ringside.cpu.x86;

/** What is done to memory. */
public enum MemoryAccess {
    READ,
    WRITE,
    EXECUTE
}
