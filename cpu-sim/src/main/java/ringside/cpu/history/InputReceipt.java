package ringside.cpu.history;

/**
 * What giving input did to the history.
 *
 * @param mark the mark at which the input arrived
 * @param undoneInstructions how many instructions that had been run after the mark are undone, because they ran without
 *     this input; 0 if the input arrived at the end of the history
 * @param undoneInputs how many later inputs that had already arrived are dropped with them
 */
public record InputReceipt(long mark, long undoneInstructions, int undoneInputs) {

    /** Whether a part of the history was undone. */
    public boolean changedThePast() {
        return undoneInstructions > 0 || undoneInputs > 0;
    }
}
