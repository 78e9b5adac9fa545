package ringside.cpu.x86.form;

/** The prefix that is part of an opcode. @sdm Vol.2A 2.1.2 */
public enum MandatoryPrefix {
    /** Prefixes do not decide; 66 chooses the operand size, F2 and F3 repeat or mean nothing. */
    ANY,
    /** None of 66, F2, F3 ({@code NP}). */
    NONE,
    P66,
    F3,
    F2
}
