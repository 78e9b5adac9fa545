package ringside.cpu.semihosting;

/** What a handle of the guest stands for. */
sealed interface OpenFile {

    /** The guest's terminal: mode r reads it, w and a write to it. */
    record Terminal(int mode) implements OpenFile {}

    /** The file that tells which extensions there are. */
    record Features(int position) implements OpenFile {}

    /** A file of the folder. */
    record Stored(String name, int mode, int position) implements OpenFile {
        private static final int UPDATE = 2;

        /** Modes 0 to 3 read, 4 to 7 write a new file, 8 to 11 append; bit 1 is the {@code +}. */
        boolean isReadable() {
            return mode < 4 || (mode & UPDATE) != 0;
        }

        boolean isWritable() {
            return mode >= 4 || (mode & UPDATE) != 0;
        }

        boolean isAppending() {
            return mode >= 8;
        }

        Stored at(int newPosition) {
            return new Stored(name, mode, newPosition);
        }
    }
}
