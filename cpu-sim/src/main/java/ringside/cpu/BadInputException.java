package ringside.cpu;

/**
 * Something given from outside (an image, a trace, a lesson, a test vector, an argument) cannot be used.
 *
 * <p>The message is for the user, in one line: what is wrong, where, and what to try. It is printed as it is, without a
 * stack trace.
 */
public class BadInputException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Makes an exception with a message that a user can act on. */
    public BadInputException(String message) {
        super(message);
    }

    /** Makes an exception with a message that a user can act on, and the cause for a report of the program's own faults. */
    public BadInputException(String message, Throwable cause) {
        super(message, cause);
    }
}
