package ringside.cpu.image;

import java.util.Locale;

/**
 * A value cannot be read out of a machine now: its memory does not answer, its register is not known, or the compiler kept
 * no copy of it. No fault of anybody: the message is what a pane shows in place of the value.
 */
public final class UnreadableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** An exception with a message for the user. */
    public UnreadableException(String message) {
        super(message);
    }

    /** The bytes at an address cannot be read. */
    public static UnreadableException memory(long address, long length) {
        return new UnreadableException(
                String.format(Locale.ROOT, "memory at 0x%x (%d bytes) cannot be read", address, length));
    }

    /** The value of a register is not known. */
    public static UnreadableException register(String name) {
        return new UnreadableException("register " + name + " is not known here");
    }
}
