package ringside.cpu.x86.segment;

import ringside.cpu.x86.UnimplementedEncodingException;
import ringside.cpu.x86.X86Core;

/** Switching tasks by their TSS. @sdm Vol.3A 7.3 */
public final class TaskSwitch {
    private TaskSwitch() {}

    /** What switches. */
    public enum Reason {
        JUMP,
        CALL,
        INTERRUPT,
        RETURN
    }

    /** JMP or CALL to a TSS or a task gate. */
    static void byInstruction(X86Core cpu, Selector selector, Descriptor descriptor, Reason reason) {
        throw UnimplementedEncodingException.INSTANCE;
    }

    /** An interrupt or exception through a task gate. */
    public static void byInterrupt(X86Core cpu, Selector selector, int errorCode, int external, long returnAddress) {
        throw UnimplementedEncodingException.INSTANCE;
    }

    /** IRET while NT is set. */
    public static void byReturn(X86Core cpu) {
        throw UnimplementedEncodingException.INSTANCE;
    }
}
