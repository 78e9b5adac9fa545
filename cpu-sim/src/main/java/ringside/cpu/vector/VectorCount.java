package ringside.cpu.vector;

/** How many vectors passed, and how many failed. */
public record VectorCount(long passed, long failed) {}
