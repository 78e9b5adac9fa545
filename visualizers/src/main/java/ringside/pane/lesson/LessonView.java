package ringside.pane.lesson;

import java.util.List;

/**
 * A step of a guided lesson, as it stands now.
 *
 * @param id the lesson's id
 * @param title the lesson's title
 * @param stepTitle the heading of the step
 * @param step the number of the step, from 1
 * @param steps how many steps there are
 * @param minutes how long the lesson takes
 * @param markdown the step's text
 * @param highlights what to look at
 * @param prediction the question to answer before going on, or null
 * @param goals what must hold, with whether it does
 * @param hints the hints shown so far
 * @param moreHints whether there are more
 * @param stepDone whether the step's goals all hold and its prediction is committed
 * @param finished whether the whole lesson is done
 * @param notice what to tell about the last input; may be empty
 * @param score points so far
 * @param most points that can be had
 */
public record LessonView(
        String id,
        String title,
        String stepTitle,
        int step,
        int steps,
        int minutes,
        String markdown,
        List<Highlight> highlights,
        Prediction prediction,
        List<Goal> goals,
        List<String> hints,
        boolean moreHints,
        boolean stepDone,
        boolean finished,
        String notice,
        int score,
        int most) {

    /**
     * A question.
     *
     * @param kind {@code choice}, {@code number}, {@code address} or {@code order}
     * @param question the text
     * @param options what to choose from or to order; empty for numbers and addresses
     * @param committed what was answered, or an empty text
     * @param verdict what became of it, or an empty text while that is open
     * @param right whether the verdict is that it was right
     */
    public record Prediction(
            String kind, String question, List<String> options, String committed, String verdict, boolean right) {
        /** Copies the list. */
        public Prediction {
            options = List.copyOf(options);
        }

        /** Whether an answer was given. */
        public boolean isCommitted() {
            return !committed.isEmpty();
        }
    }

    /** Something to look at: a pane, and a part of it. */
    public record Highlight(String pane, String what) {}

    /** Something that must hold. */
    public record Goal(String text, boolean holds) {}

    /** Copies the lists. */
    public LessonView {
        highlights = List.copyOf(highlights);
        goals = List.copyOf(goals);
        hints = List.copyOf(hints);
    }
}
