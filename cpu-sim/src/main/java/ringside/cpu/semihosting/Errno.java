package ringside.cpu.semihosting;

/** The error numbers that a guest may ask for: those of newlib. */
final class Errno {
    static final int NONE = 0;
    static final int NO_ENTRY = 2;
    static final int BAD_HANDLE = 9;
    static final int ACCESS = 13;
    static final int BAD_ADDRESS = 14;
    static final int IS_FOLDER = 21;
    static final int INVALID = 22;
    static final int TOO_MANY_OPEN = 24;
    static final int NO_SPACE = 28;
    static final int NOT_SUPPORTED = 88;

    private Errno() {}
}
