package ringside.cpu.armv7m.mpu;

/** The access permissions of a region: the AP field of RASR. @arm B3.5.9 */
public enum AccessPermission {
    NO_ACCESS("no access", false, false, false, false),
    PRIVILEGED_ONLY("privileged read-write", true, true, false, false),
    UNPRIVILEGED_READ_ONLY("privileged read-write, unprivileged read-only", true, true, true, false),
    FULL_ACCESS("read-write", true, true, true, true),
    /** UNPREDICTABLE in the manual; here it permits nothing. */
    RESERVED("reserved, treated as no access", false, false, false, false),
    PRIVILEGED_READ_ONLY("privileged read-only", true, false, false, false),
    READ_ONLY("read-only", true, false, true, false),
    /** The second encoding of read-only. */
    READ_ONLY_TOO("read-only", true, false, true, false);

    private static final AccessPermission[] BY_AP = values();

    private final String words;
    private final boolean privilegedRead;
    private final boolean privilegedWrite;
    private final boolean unprivilegedRead;
    private final boolean unprivilegedWrite;

    AccessPermission(
            String words,
            boolean privilegedRead,
            boolean privilegedWrite,
            boolean unprivilegedRead,
            boolean unprivilegedWrite) {
        this.words = words;
        this.privilegedRead = privilegedRead;
        this.privilegedWrite = privilegedWrite;
        this.unprivilegedRead = unprivilegedRead;
        this.unprivilegedWrite = unprivilegedWrite;
    }

    /** The meaning of an AP field, 0 to 7. */
    public static AccessPermission of(int ap) {
        return BY_AP[ap & 7];
    }

    /** The meaning in words, such as {@code privileged read-only}. */
    public String words() {
        return words;
    }

    /** Whether it permits reads; executing needs this too. */
    public boolean permitsRead(boolean privileged) {
        return privileged ? privilegedRead : unprivilegedRead;
    }

    /** Whether it permits writes. */
    public boolean permitsWrite(boolean privileged) {
        return privileged ? privilegedWrite : unprivilegedWrite;
    }
}
