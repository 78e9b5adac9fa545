package ringside.lessons.engine;

import java.util.List;
import java.util.Optional;

/** What can happen to a student in a lesson. */
public sealed interface LessonInput {

    /**
     * The machine has moved, and the goals of the current step were asked again.
     *
     * @param goals for each goal whether it holds now
     * @param rightAnswer the right answer to the step's prediction, if all goals hold and the machine gives one
     */
    record GoalsEvaluated(List<Boolean> goals, Optional<Answer> rightAnswer) implements LessonInput {
        /** Copies the list. */
        public GoalsEvaluated {
            goals = List.copyOf(goals);
        }
    }

    /** The student answers the prediction. There is no second answer. */
    record PredictionCommitted(String answer) implements LessonInput {}

    /** The student wants the next hint. */
    record HintAsked() implements LessonInput {}

    /** The student goes on to the next step. */
    record NextStep() implements LessonInput {}

    /** The student goes back to the step before, to read it again. */
    record PreviousStep() implements LessonInput {}
}
