package ringside.cpu.x86.insn.sse;

/** An operation on 64 bits of two operands. */
@FunctionalInterface
interface HalfOperation {
    /** The result. */
    long apply(long destination, long source);
}
