package ringside.cpu.x86.insn.sse;

import ringside.cpu.x86.floating.FloatingContext;

/** Converts the elements of 64 bits, or one element. */
@FunctionalInterface
interface HalfConversion {
    /** The result, the exceptions reported to the context. */
    long apply(FloatingContext context, long value);
}
