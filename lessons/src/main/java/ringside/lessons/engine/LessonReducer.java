package ringside.lessons.engine;

import java.util.Optional;
import ringside.lessons.format.Prediction;

/**
 * The engine of lessons: one pure function.
 *
 * <p>A step is passed when all its goals have held at the same instant and its prediction is committed. Neither is taken
 * back by what the machine does later, so a student may wander. A wrong prediction passes too: it costs a point.
 */
public final class LessonReducer {
    private LessonReducer() {}

    /** The state after an input. What cannot be done leaves the state as it is, with a notice. */
    public static LessonState next(LessonState state, LessonInput input) {
        if (input instanceof LessonInput.GoalsEvaluated evaluated) {
            return evaluated(state, evaluated);
        }
        if (input instanceof LessonInput.PredictionCommitted committed) {
            return committed(state, committed.answer());
        }
        if (input instanceof LessonInput.HintAsked) {
            boolean hasMore = state.progress().hints() < state.step().hints().size();
            return hasMore ? state.with(state.progress().withHint()) : state.with(Notice.NO_MORE_HINTS);
        }
        if (input instanceof LessonInput.PreviousStep) {
            return state.current() > 0 ? state.at(state.current() - 1) : state.with(Notice.FIRST_STEP);
        }
        return nextStep(state);
    }

    private static LessonState evaluated(LessonState state, LessonInput.GoalsEvaluated input) {
        if (input.goals().size() != state.step().goals().size()) {
            throw new IllegalArgumentException(
                    "the step has " + state.step().goals().size() + " goals, not "
                            + input.goals().size());
        }
        return state.with(state.progress().withGoals(input.goals(), input.rightAnswer()))
                .with(state.notice());
    }

    private static LessonState committed(LessonState state, String text) {
        Optional<Prediction> prediction = state.step().prediction();
        if (prediction.isEmpty()) {
            return state.with(Notice.NO_QUESTION);
        }
        if (state.progress().committed().isPresent()) {
            return state.with(Notice.ALREADY_COMMITTED);
        }
        return Answer.parse(prediction.get(), text)
                .map(answer -> state.with(state.progress().withAnswer(answer)))
                .orElseGet(() -> state.with(
                        switch (prediction.get().kind()) {
                            case NUMBER -> Notice.NOT_A_NUMBER;
                            case ADDRESS -> Notice.NOT_AN_ADDRESS;
                            case CHOICE, ORDER -> Notice.NOT_AN_ANSWER;
                        }));
    }

    private static LessonState nextStep(LessonState state) {
        if (!state.isStepPassed()) {
            return state.with(state.progress().reached() ? Notice.COMMIT_FIRST : Notice.GOALS_OPEN);
        }
        boolean isLast = state.current() == state.lesson().steps().size() - 1;
        return isLast ? state.with(Notice.LAST_STEP) : state.at(state.current() + 1);
    }
}
