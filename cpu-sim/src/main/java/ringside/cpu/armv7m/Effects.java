package ringside.cpu.armv7m;

/**
 * What an instruction reads and changes, declared beside its meaning; a test compares the two.
 *
 * <p>A conditional instruction may do less. The PC counts as read where it is an operand, and as written by what may
 * branch. What only the system sees (exceptions, special registers, monitors) is not listed.
 *
 * @param registersRead a bit for each register, R0 being bit 0
 * @param registersWritten the same
 * @param flagsRead letters of NZCVQ
 * @param flagsWritten letters of NZCVQ
 * @param loads whether it reads memory
 * @param stores whether it writes memory
 */
public record Effects(
        int registersRead, int registersWritten, String flagsRead, String flagsWritten, boolean loads, boolean stores) {

    /** No effects. */
    public static final Effects NONE = new Effects(0, 0, "", "", false, false);

    /** These, and reading these registers. */
    public Effects reading(int... registers) {
        return readingAll(maskOf(registers));
    }

    /** These, and writing these registers. */
    public Effects writing(int... registers) {
        return writingAll(maskOf(registers));
    }

    /** These, and reading the registers of a mask. */
    public Effects readingAll(int mask) {
        return new Effects(registersRead | mask, registersWritten, flagsRead, flagsWritten, loads, stores);
    }

    /** These, and writing the registers of a mask. */
    public Effects writingAll(int mask) {
        return new Effects(registersRead, registersWritten | mask, flagsRead, flagsWritten, loads, stores);
    }

    /** These, and reading flags. */
    public Effects readingFlags(String letters) {
        return new Effects(registersRead, registersWritten, flagsRead + letters, flagsWritten, loads, stores);
    }

    /** These, and writing flags. */
    public Effects writingFlags(String letters) {
        return new Effects(registersRead, registersWritten, flagsRead, flagsWritten + letters, loads, stores);
    }

    /** These, and loading. */
    public Effects loading() {
        return new Effects(registersRead, registersWritten, flagsRead, flagsWritten, true, stores);
    }

    /** These, and storing. */
    public Effects storing() {
        return new Effects(registersRead, registersWritten, flagsRead, flagsWritten, loads, true);
    }

    /** Whether a register is read. */
    public boolean reads(int register) {
        return (registersRead >>> register & 1) != 0;
    }

    /** Whether a register is written. */
    public boolean writes(int register) {
        return (registersWritten >>> register & 1) != 0;
    }

    private static int maskOf(int... registers) {
        int mask = 0;
        for (int register : registers) {
            mask |= 1 << register;
        }
        return mask;
    }
}
