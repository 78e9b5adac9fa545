package ringside.cpu.history;

/**
 * Where a processor is, as far as calls and returns are concerned.
 *
 * @param pc the address of the next instruction
 * @param sp the active stack pointer
 * @param lr the link register, 0 where there is none
 * @param context tells handlers from threads and stacks from each other; equal for the two ends of a call
 * @param processStack whether the stack is one of several that the kernel switches between
 */
record Place(long pc, long sp, long lr, long context, boolean processStack) {

    /** Whether the processor is at the address, with the stack pointer, in the context. */
    boolean isAt(long address, long stackPointer, long inContext) {
        return pc == address && sp == stackPointer && context == inContext;
    }
}
