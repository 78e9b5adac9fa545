package ringside.app.simulation;

import ringside.lessons.engine.StepView;
import ringside.lessons.engine.Verdict;
import ringside.pane.lesson.LessonView;

/** Puts what a lesson shows into the words of its pane. */
final class LessonViews {
    private LessonViews() {}

    static LessonView of(StepView step) {
        return new LessonView(
                step.id(),
                step.title(),
                step.stepTitle(),
                step.step(),
                step.steps(),
                step.minutes(),
                step.markdown(),
                step.highlights().stream()
                        .map(one -> new LessonView.Highlight(one.pane(), one.what()))
                        .toList(),
                step.prediction().map(LessonViews::prediction).orElse(null),
                step.goals().stream()
                        .map(goal -> new LessonView.Goal(goal.text(), goal.holds()))
                        .toList(),
                step.hints(),
                step.hasMoreHints(),
                step.stepPassed(),
                step.finished(),
                step.notice(),
                step.score(),
                step.most());
    }

    private static LessonView.Prediction prediction(StepView.Question question) {
        return new LessonView.Prediction(
                question.kind(),
                question.question(),
                question.options(),
                question.committed(),
                question.feedback(),
                question.verdict() == Verdict.RIGHT);
    }
}
