package ringside.pane.lesson;

/** What the lesson pane asks of whoever runs the lesson. */
public interface LessonOutlet {
    /** Commits to an answer: the option's text, a number, an address, or options in order, separated by commas. */
    void commit(String answer);

    /** Shows the next hint. */
    void hint();

    /** Goes to the next step. */
    void next();

    /** Goes to the step before, to read it again. */
    void previous();

    /** Takes the machine back to the instant at which the step began. */
    void backToStart();
}
