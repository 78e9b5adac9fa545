package ringside.lessons.engine;

/** What became of a prediction. */
public enum Verdict {
    /** Nothing was committed, or the machine has not shown the answer yet. */
    OPEN,
    RIGHT,
    WRONG
}
