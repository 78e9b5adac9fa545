package ringside.lessons.play;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ringside.kernels.image.ImageCatalog;
import ringside.kernels.session.Session;
import ringside.lessons.engine.Verdict;
import ringside.lessons.format.LessonReader;
import ringside.lessons.format.TextFiles;
import ringside.lessons.move.Move;

class LessonRunnerTest {
    private Session session;
    private LessonRunner runner;

    @BeforeEach
    void begin() {
        session = Session.open(ImageCatalog.open("mini-tock"));
        runner = new LessonRunner(LessonReader.read(TextFiles.sound()), session);
    }

    private void move(String text) {
        assertTrue(Move.parse(text).make(session), text);
        runner.machineMoved();
    }

    @Test
    void aStepIsPassedByMovingTheMachine() {
        runner.commit("20001ff8");
        assertEquals(Verdict.OPEN, runner.state().verdict());
        move("step");
        assertTrue(runner.state().isStepPassed());
        assertEquals(Verdict.RIGHT, runner.state().verdict());
    }

    @Test
    void theRightAnswerIsThatOfTheInstantWhenTheGoalsWereReached() {
        move("step");
        move("run-to symbol:main");
        runner.commit("20001ff8");
        assertEquals(Verdict.RIGHT, runner.state().verdict());
    }

    @Test
    void aStepWithoutAStartBeginsWhereTheMachineIs() {
        runner.commit("20001ff8");
        move("step 3");
        runner.next();
        assertEquals(3, runner.startMark());
        move("step 5");
        runner.backToStart();
        assertEquals(3, session.timeline().mark());
    }

    @Test
    void goingBackAndForthInTheLessonDoesNotMoveTheMachineNorTheStart() {
        runner.commit("20001ff8");
        move("step");
        runner.next();
        move("step 10");
        runner.previous();
        assertEquals("One", runner.view().stepTitle());
        assertEquals(11, session.timeline().mark());
        runner.next();
        assertEquals("Two", runner.view().stepTitle());
        assertEquals(1, runner.startMark());
        assertEquals(11, session.timeline().mark());
    }
}
