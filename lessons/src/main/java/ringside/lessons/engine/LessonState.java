package ringside.lessons.engine;

import java.util.ArrayList;
import java.util.List;
import ringside.lessons.format.Lesson;
import ringside.lessons.format.Step;

/**
 * Where a student is in a lesson. Immutable.
 *
 * @param lesson the lesson
 * @param current the index of the step on show
 * @param steps the progress with each step
 * @param notice what to tell about the last input
 */
public record LessonState(Lesson lesson, int current, List<StepProgress> steps, Notice notice) {
    /** Copies the list. */
    public LessonState {
        steps = List.copyOf(steps);
    }

    /** The beginning of a lesson. */
    public static LessonState begin(Lesson lesson) {
        return new LessonState(
                lesson, 0, lesson.steps().stream().map(StepProgress::fresh).toList(), Notice.NONE);
    }

    /** The step on show. */
    public Step step() {
        return lesson.steps().get(current);
    }

    /** The progress with it. */
    public StepProgress progress() {
        return steps.get(current);
    }

    /** Whether the step on show is passed. */
    public boolean isStepPassed() {
        return isPassed(current);
    }

    /** Whether a step is passed. */
    public boolean isPassed(int index) {
        return steps.get(index).isPassed(lesson.steps().get(index));
    }

    /** What became of the prediction of the step on show. */
    public Verdict verdict() {
        return progress().verdict();
    }

    /** Whether all steps are passed. */
    public boolean isFinished() {
        for (int i = 0; i < steps.size(); i++) {
            if (!isPassed(i)) {
                return false;
            }
        }
        return true;
    }

    /** Points so far. */
    public int score() {
        return steps.stream().mapToInt(StepProgress::score).sum();
    }

    /** Points that can be had: two a step, two a prediction. */
    public int most() {
        return lesson.steps().stream().mapToInt(StepProgress::most).sum();
    }

    LessonState with(StepProgress progress) {
        List<StepProgress> changed = new ArrayList<>(steps);
        changed.set(current, progress);
        return new LessonState(lesson, current, changed, Notice.NONE);
    }

    LessonState with(Notice saying) {
        return new LessonState(lesson, current, steps, saying);
    }

    LessonState at(int step) {
        return new LessonState(lesson, step, steps, Notice.NONE);
    }
}
