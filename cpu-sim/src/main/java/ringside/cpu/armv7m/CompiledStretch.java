package ringside.cpu.armv7m;

/** A stretch of instructions as one piece of Java code. */
abstract class CompiledStretch {
    private final int start;
    private final int length;

    CompiledStretch(int start, int length) {
        this.start = start;
        this.length = length;
    }

    /** Whether it can run from an address, in that ITSTATE, with so many instructions left. */
    final boolean mayRun(int address, int itState, long left) {
        return address == start && itState == 0 && left >= length;
    }

    /**
     * Runs the stretch, and again while it branches back to its start, at most to the given mark. Leaves at any
     * instruction that branches elsewhere or needs attention, with {@code nextPc} where to go on.
     */
    abstract void run(CortexMFetch cpu, long limit);
}
