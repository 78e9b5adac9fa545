package ringside.lessons.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ringside.lessons.format.Highlight;
import ringside.lessons.format.Option;
import ringside.lessons.format.Prediction;
import ringside.lessons.format.Step;

/**
 * What a pane shows of a lesson.
 *
 * @param id the lesson's id
 * @param title the lesson's title
 * @param stepTitle the step's heading
 * @param step the number of the step, from 1
 * @param steps how many there are
 * @param minutes how long the lesson takes
 * @param markdown the step's text
 * @param highlights what to look at
 * @param prediction the question, if the step has one
 * @param goals what must hold
 * @param hints the hints shown so far
 * @param hasMoreHints whether there are more
 * @param stepPassed whether the next step is open
 * @param finished whether all steps are passed
 * @param notice what to tell about the last input; may be empty
 * @param score points so far
 * @param most points that can be had
 */
public record StepView(
        String id,
        String title,
        String stepTitle,
        int step,
        int steps,
        int minutes,
        String markdown,
        List<Highlight> highlights,
        Optional<Question> prediction,
        List<GoalState> goals,
        List<String> hints,
        boolean hasMoreHints,
        boolean stepPassed,
        boolean finished,
        String notice,
        int score,
        int most) {

    /**
     * A prediction on show.
     *
     * @param kind {@code choice}, {@code number}, {@code address} or {@code order}
     * @param question the question, as Markdown
     * @param options the texts to choose from or to order
     * @param committed what was answered, or an empty text
     * @param verdict what became of it
     * @param feedback the verdict in words; empty while it is open
     */
    public record Question(
            String kind, String question, List<String> options, String committed, Verdict verdict, String feedback) {
        /** Copies the list. */
        public Question {
            options = List.copyOf(options);
        }
    }

    /** A goal and whether it holds; once all have held, all count as reached. */
    public record GoalState(String text, boolean holds) {}

    /** Copies the lists. */
    public StepView {
        highlights = List.copyOf(highlights);
        goals = List.copyOf(goals);
        hints = List.copyOf(hints);
    }

    /** The view of a state. */
    public static StepView of(LessonState state) {
        Step step = state.step();
        StepProgress progress = state.progress();
        return new StepView(
                state.lesson().id(),
                state.lesson().title(),
                step.title(),
                state.current() + 1,
                state.lesson().steps().size(),
                state.lesson().minutes(),
                step.text(),
                step.highlights(),
                step.prediction().map(prediction -> question(prediction, progress)),
                goals(step, progress),
                step.hints().subList(0, progress.hints()),
                progress.hints() < step.hints().size(),
                state.isStepPassed(),
                state.isFinished(),
                state.notice().text(),
                state.score(),
                state.most());
    }

    private static List<GoalState> goals(Step step, StepProgress progress) {
        List<GoalState> goals = new ArrayList<>();
        for (int i = 0; i < step.goals().size(); i++) {
            boolean holds = progress.reached() || progress.goals().get(i);
            goals.add(new GoalState(step.goals().get(i).text(), holds));
        }
        return goals;
    }

    private static Question question(Prediction prediction, StepProgress progress) {
        return new Question(
                prediction.kind().label(),
                prediction.question(),
                prediction.options().stream().map(Option::text).toList(),
                progress.committed().map(Answer::toString).orElse(""),
                progress.verdict(),
                feedback(prediction, progress));
    }

    private static String feedback(Prediction prediction, StepProgress progress) {
        if (progress.verdict() == Verdict.OPEN) {
            return "";
        }
        List<String> sentences = new ArrayList<>();
        prediction.options().stream()
                .filter(option -> prediction.kind() == Prediction.Kind.CHOICE)
                .filter(option -> progress.committed()
                        .map(Answer::toString)
                        .filter(option.text()::equals)
                        .isPresent())
                .map(Option::why)
                .filter(why -> !why.isEmpty())
                .forEach(sentences::add);
        if (progress.verdict() == Verdict.RIGHT) {
            sentences.add(prediction.right());
        } else {
            progress.rightAnswer().ifPresent(answer -> sentences.add("The machine says: " + answer + "."));
            sentences.add(prediction.wrong());
        }
        return String.join(" ", sentences);
    }
}
