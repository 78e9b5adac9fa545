package ringside.cpu.image.dwarf;

import ringside.cpu.image.Bytes;

/** How to get the value that a register had in the caller.   @dwarf 5, 6.4.1 */
sealed interface CallFrameRule {
    /** It cannot be got back. */
    record Undefined() implements CallFrameRule {}

    /** It is the same. */
    record Same() implements CallFrameRule {}

    /** It was saved at a distance from the canonical frame address. */
    record SavedAt(long offset) implements CallFrameRule {}

    /** It is the canonical frame address plus a number. */
    record FrameAddress(long offset) implements CallFrameRule {}

    /** It is in another register. */
    record InRegister(long number) implements CallFrameRule {}

    /** It was saved at an address that an expression gives. */
    record SavedAtExpression(Bytes expression) implements CallFrameRule {}

    /** An expression gives it. */
    record FromExpression(Bytes expression) implements CallFrameRule {}
}
