package ringside.cpu.history;

import ringside.cpu.machine.MachineState;

/**
 * A state of the machine that can be returned to.
 *
 * @param state the machine's state, whose pages are shared with the machine and with other checkpoints
 * @param inputs how many inputs of the {@link InputLog} had arrived
 * @param events how many events had happened
 */
record Checkpoint(MachineState state, int inputs, long events) {
    private static final long REFERENCE = 4;
    private static final long OBJECT = 16;

    long mark() {
        return state.mark();
    }

    /** The bytes that this checkpoint holds and the other, which may be null, does not. */
    long bytesBeside(Checkpoint other) {
        long bytes = OBJECT + state.parts().length;
        byte[][][] mine = state.pages();
        for (int ram = 0; ram < mine.length; ram++) {
            byte[][] pages = mine[ram];
            bytes += OBJECT + REFERENCE * pages.length;
            bytes += other == null ? held(pages) : notShared(pages, other.state.pages()[ram]);
        }
        return bytes;
    }

    private static long notShared(byte[][] pages, byte[][] others) {
        long bytes = 0;
        for (int i = 0; i < pages.length; i++) {
            if (pages[i] != others[i]) {
                bytes += OBJECT + pages[i].length;
            }
        }
        return bytes;
    }

    /** Without another checkpoint to share with: pages that repeat one after the other (pages of zeros) count once. */
    private static long held(byte[][] pages) {
        long bytes = 0;
        for (int i = 0; i < pages.length; i++) {
            if (i == 0 || pages[i] != pages[i - 1]) {
                bytes += OBJECT + pages[i].length;
            }
        }
        return bytes;
    }
}
