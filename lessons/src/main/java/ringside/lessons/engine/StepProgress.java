package ringside.lessons.engine;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import ringside.lessons.format.Step;

/**
 * How far a student is with one step.
 *
 * @param goals for each goal whether it held when last asked
 * @param reached whether all goals have held at the same instant; stays, once true
 * @param committed the answer to the prediction
 * @param late whether it was given when the machine had already shown the right one
 * @param rightAnswer what the machine said when the goals first held
 * @param hints how many hints were shown
 */
public record StepProgress(
        List<Boolean> goals,
        boolean reached,
        Optional<Answer> committed,
        boolean late,
        Optional<Answer> rightAnswer,
        int hints) {
    /** Points for a step whose goals were reached; one less if hints were shown. */
    static final int STEP_POINTS = 2;

    /** Points for a right prediction; one less for a wrong one, none for a late one. */
    static final int PREDICTION_POINTS = 2;

    /** Copies the list. */
    public StepProgress {
        goals = List.copyOf(goals);
    }

    /** Nothing done yet. */
    static StepProgress fresh(Step step) {
        return new StepProgress(
                Collections.nCopies(step.goals().size(), false), false, Optional.empty(), false, Optional.empty(), 0);
    }

    /** Whether the next step is open. */
    boolean isPassed(Step step) {
        return reached && (step.prediction().isEmpty() || committed.isPresent());
    }

    /** What became of the prediction. */
    Verdict verdict() {
        if (!reached || committed.isEmpty()) {
            return Verdict.OPEN;
        }
        return committed.equals(rightAnswer) ? Verdict.RIGHT : Verdict.WRONG;
    }

    /** Points so far. */
    int score() {
        int points = reached ? STEP_POINTS - (hints > 0 ? 1 : 0) : 0;
        if (late || verdict() == Verdict.OPEN) {
            return points;
        }
        return points + PREDICTION_POINTS - (verdict() == Verdict.WRONG ? 1 : 0);
    }

    /** Points that can be had. */
    static int most(Step step) {
        return STEP_POINTS + (step.prediction().isPresent() ? PREDICTION_POINTS : 0);
    }

    StepProgress withGoals(List<Boolean> now, Optional<Answer> right) {
        boolean first = !reached && !now.contains(false);
        return new StepProgress(now, reached || first, committed, late, first ? right : rightAnswer, hints);
    }

    StepProgress withAnswer(Answer answer) {
        return new StepProgress(goals, reached, Optional.of(answer), reached, rightAnswer, hints);
    }

    StepProgress withHint() {
        return new StepProgress(goals, reached, committed, late, rightAnswer, hints + 1);
    }
}
