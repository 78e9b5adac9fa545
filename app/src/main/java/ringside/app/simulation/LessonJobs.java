package ringside.app.simulation;

import java.util.function.Consumer;
import ringside.lessons.play.LessonRunner;
import ringside.pane.lesson.LessonOutlet;

/** Turns the lesson pane's wishes into jobs for the simulation's thread. */
final class LessonJobs implements LessonOutlet {
    private final Consumer<Consumer<LessonRunner>> queue;

    LessonJobs(Consumer<Consumer<LessonRunner>> queue) {
        this.queue = queue;
    }

    @Override
    public void commit(String answer) {
        queue.accept(lesson -> lesson.commit(answer));
    }

    @Override
    public void hint() {
        queue.accept(LessonRunner::hint);
    }

    @Override
    public void next() {
        queue.accept(LessonRunner::next);
    }

    @Override
    public void previous() {
        queue.accept(LessonRunner::previous);
    }

    @Override
    public void backToStart() {
        queue.accept(LessonRunner::backToStart);
    }
}
