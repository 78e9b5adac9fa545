package ringside.cpu.history;

import java.util.Optional;

/** Tells from debugging information who waits for the function that runs now. */
@FunctionalInterface
public interface CallerFinder {

    /** Nobody knows. */
    CallerFinder NONE = Optional::empty;

    /** Who waits for the function at the cursor, if that is known. */
    Optional<Caller> find();

    /**
     * Code that waits for a function.
     *
     * @param returnAddress where it will go on
     * @param stackPointer the stack pointer that it will have then
     * @param interrupted whether an exception interrupted it, rather than that it called
     */
    record Caller(long returnAddress, long stackPointer, boolean interrupted) {}
}
