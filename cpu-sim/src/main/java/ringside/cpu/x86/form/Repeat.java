package ringside.cpu.x86.form;

/** The repeat prefix of a string instruction. @sdm Vol.2B "REP/REPE/REPZ/REPNE/REPNZ" */
public enum Repeat {
    NONE,
    /** F3: REP, or REPE for comparisons. */
    REPE,
    /** F2: REPNE for comparisons, as F3 for the others. */
    REPNE
}
