package ringside.cpu.x86;

/**
 * Leaves an instruction that the architecture defines and this program does not execute. The step loop turns it into
 * {@link ringside.cpu.machine.StopReason.UnimplementedEncoding}. It has no stack trace.
 */
public final class UnimplementedEncodingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** The only instance. */
    public static final UnimplementedEncodingException INSTANCE = new UnimplementedEncodingException();

    private UnimplementedEncodingException() {
        super("the instruction is not implemented", null, false, false);
    }
}
