package ringside.cpu.vector;

/** What a page of a vector may be used for. */
record PageRights(boolean read, boolean write, boolean execute) {}
