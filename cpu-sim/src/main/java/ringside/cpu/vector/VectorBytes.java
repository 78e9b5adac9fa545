package ringside.cpu.vector;

/** Bytes of a vector at an address, in the order of addresses. */
record VectorBytes(long address, byte[] values) {}
