package ringside.cpu.semihosting;

/**
 * What semihosting tells the guest about its machine.
 *
 * @param hertz cycles of the clock in a second
 * @param commandLine what the guest gets as its command line
 * @param files what the guest may open
 * @param heapBase the first address that is free for a heap
 * @param heapLimit the first address after it, where a stack begins that grows down
 */
public record SemihostingSetup(long hertz, String commandLine, GuestFiles files, long heapBase, long heapLimit) {}
