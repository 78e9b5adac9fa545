package ringside.lessons;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import ringside.kernels.image.ImageCatalog;
import ringside.kernels.session.Session;
import ringside.lessons.catalog.LessonCatalog;
import ringside.lessons.check.CheckItem;
import ringside.lessons.check.CheckResult;
import ringside.lessons.check.LessonCheck;
import ringside.lessons.format.Lesson;
import ringside.lessons.format.LessonReader;
import ringside.lessons.format.Solution;
import ringside.lessons.format.Step;
import ringside.lessons.play.LessonRunner;

/** Every bundled lesson can be passed, by its solution and on the image that students get. */
class LessonSolvableTest {
    private static List<String> ids() {
        return LessonCatalog.ids();
    }

    @ParameterizedTest
    @MethodSource("ids")
    void theSolutionPassesTheLesson(String id) {
        CheckResult result = LessonCheck.check(id);
        assertEquals(
                List.of(),
                result.items().stream().filter(item -> !item.passed()).toList());
        assertTrue(result.passed());
        assertEquals(result.max(), result.score());
        Lesson lesson = LessonCatalog.open(id);
        assertEquals(
                lesson.steps().stream().map(Step::id).toList(),
                result.items().stream().map(CheckItem::step).toList());
    }

    /** A student who goes back to the start of each step in the middle of it comes to the same instants. */
    @ParameterizedTest
    @MethodSource("ids")
    void aStudentMayTurnRoundInEveryStep(String id) {
        Lesson lesson = LessonCatalog.open(id);
        Solution solution =
                LessonReader.readAll(LessonCatalog.files(id)).solution().orElseThrow();
        Session session = Session.open(ImageCatalog.open(lesson.image()));
        LessonRunner runner = new LessonRunner(lesson, session);
        for (Step step : lesson.steps()) {
            Solution.Part part = solution.steps().get(step.id());
            part.answer().ifPresent(runner::commit);
            part.commands().forEach(move -> move.make(session));
            long mark = session.timeline().mark();
            String digest = session.timeline().machine().digest();
            runner.backToStart();
            part.commands().forEach(move -> move.make(session));
            assertEquals(mark, session.timeline().mark(), step.id());
            assertEquals(digest, session.timeline().machine().digest(), step.id());
            runner.machineMoved();
            assertTrue(runner.state().isStepPassed(), step.id());
            runner.next();
        }
        assertTrue(runner.state().isFinished());
        assertEquals(runner.state().most(), runner.state().score());
    }
}
