package ringside.lessons.engine;

/** What to tell the student about what was just asked. */
public enum Notice {
    NONE(""),
    GOALS_OPEN("Not yet: a goal of this step is still open."),
    COMMIT_FIRST("Not yet: commit to an answer to the question first."),
    LAST_STEP("This was the last step."),
    FIRST_STEP("This is the first step."),
    NO_MORE_HINTS("There are no more hints for this step."),
    NO_QUESTION("This step asks nothing."),
    ALREADY_COMMITTED("The answer is committed; it cannot be changed."),
    NOT_AN_ANSWER("That is no answer to this question: choose one of the options, or all of them in order."),
    NOT_A_NUMBER("That is not a number: write for example 32 or 0x20."),
    NOT_AN_ADDRESS("That is not an address: write hexadecimal digits, such as 20001000.");

    private final String text;

    Notice(String text) {
        this.text = text;
    }

    /** The sentence, or an empty text. */
    public String text() {
        return text;
    }
}
