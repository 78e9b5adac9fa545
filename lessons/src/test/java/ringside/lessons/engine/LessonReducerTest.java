package ringside.lessons.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ringside.lessons.format.Lesson;
import ringside.lessons.format.LessonReader;
import ringside.lessons.format.TextFiles;

/** The first step asks for an address (598a is right) and has two hints; the second asks for a choice and has none. */
class LessonReducerTest {
    private static final Lesson LESSON = LessonReader.read(TextFiles.sound());

    private static LessonInput input(String word) {
        if (word.startsWith("say ")) {
            return new LessonInput.PredictionCommitted(word.substring(4));
        }
        return switch (word) {
            case "open" -> new LessonInput.GoalsEvaluated(List.of(false), Optional.empty());
            case "reached" -> new LessonInput.GoalsEvaluated(List.of(true), Optional.of(new Answer(List.of("598a"))));
            case "reached A" -> new LessonInput.GoalsEvaluated(List.of(true), Optional.of(new Answer(List.of("A"))));
            case "unknown" -> new LessonInput.GoalsEvaluated(List.of(true), Optional.empty());
            case "hint" -> new LessonInput.HintAsked();
            case "next" -> new LessonInput.NextStep();
            case "previous" -> new LessonInput.PreviousStep();
            default -> throw new IllegalArgumentException(word);
        };
    }

    private static LessonState after(String inputs) {
        LessonState state = LessonState.begin(LESSON);
        for (String word : Arrays.stream(inputs.split(";")).map(String::strip).toList()) {
            state = LessonReducer.next(state, input(word));
        }
        return state;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # inputs                                  | step | passed | verdict | score | notice
            open                                      | 0    | false  | OPEN    | 0     | NONE
            next                                      | 0    | false  | OPEN    | 0     | GOALS_OPEN
            open; next                                | 0    | false  | OPEN    | 0     | GOALS_OPEN
            reached                                   | 0    | false  | OPEN    | 2     | NONE
            reached; next                             | 0    | false  | OPEN    | 2     | COMMIT_FIRST
            say 598a                                  | 0    | false  | OPEN    | 0     | NONE
            say 598a; reached                         | 0    | true   | RIGHT   | 4     | NONE
            say 0x598A; reached                       | 0    | true   | RIGHT   | 4     | NONE
            say 5988; reached                         | 0    | true   | WRONG   | 3     | NONE
            say 598a; unknown                         | 0    | true   | WRONG   | 3     | NONE
            reached; say 598a                         | 0    | true   | RIGHT   | 2     | NONE
            reached; say 5988                         | 0    | true   | WRONG   | 2     | NONE
            say what                                  | 0    | false  | OPEN    | 0     | NOT_AN_ADDRESS
            say what; say 598a; reached               | 0    | true   | RIGHT   | 4     | NONE
            say 5988; say 598a                        | 0    | false  | OPEN    | 0     | ALREADY_COMMITTED
            say 5988; say 598a; reached               | 0    | true   | WRONG   | 3     | ALREADY_COMMITTED
            say 598a; reached; open                   | 0    | true   | RIGHT   | 4     | NONE
            say 598a; reached; unknown                | 0    | true   | RIGHT   | 4     | NONE
            reached; open; say 598a                   | 0    | true   | RIGHT   | 2     | NONE
            hint; say 598a; reached                   | 0    | true   | RIGHT   | 3     | NONE
            hint; hint; say 598a; reached             | 0    | true   | RIGHT   | 3     | NONE
            hint; hint; hint                          | 0    | false  | OPEN    | 0     | NO_MORE_HINTS
            previous                                  | 0    | false  | OPEN    | 0     | FIRST_STEP
            say 598a; reached; next                   | 1    | false  | OPEN    | 4     | NONE
            say 598a; reached; next; hint             | 1    | false  | OPEN    | 4     | NO_MORE_HINTS
            say 598a; reached; next; next             | 1    | false  | OPEN    | 4     | GOALS_OPEN
            say 598a; reached; next; say C            | 1    | false  | OPEN    | 4     | NOT_AN_ANSWER
            say 598a; reached; next; previous         | 0    | true   | RIGHT   | 4     | NONE
            say 598a; reached; next; previous; next   | 1    | false  | OPEN    | 4     | NONE
            say 598a; reached; next; say A; reached A | 1    | true   | RIGHT   | 8     | NONE
            say 598a; reached; next; say A; reached A; next | 1 | true | RIGHT  | 8     | LAST_STEP
            """)
    void followsAStudent(String inputs, int step, boolean passed, Verdict verdict, int score, Notice notice) {
        LessonState state = after(inputs);
        assertEquals(step, state.current());
        assertEquals(passed, state.isStepPassed());
        assertEquals(verdict, state.verdict());
        assertEquals(score, state.score());
        assertEquals(notice, state.notice());
        assertEquals(8, state.most());
    }

    @Test
    void theLessonIsFinishedWithItsLastStep() {
        assertEquals(false, after("say 598a; reached; next; say B").isFinished());
        assertEquals(true, after("say 598a; reached; next; say B; reached A").isFinished());
    }

    @Test
    void theSameInputsGiveTheSameState() {
        String inputs = "open; hint; say 5988; reached; next; say B; open; reached A";
        assertEquals(after(inputs), after(inputs));
    }

    @Test
    void anEvaluationOfOtherGoalsIsAMistakeOfTheProgram() {
        LessonInput wrong = new LessonInput.GoalsEvaluated(List.of(true, true), Optional.empty());
        assertThrows(IllegalArgumentException.class, () -> LessonReducer.next(LessonState.begin(LESSON), wrong));
    }

    @Test
    void theViewTellsWhatAPaneShows() {
        StepView open = StepView.of(after("hint"));
        assertEquals("Two steps", open.title());
        assertEquals("One", open.stepTitle());
        assertEquals(1, open.step());
        assertEquals(2, open.steps());
        assertEquals("The *first* step.", open.markdown());
        assertEquals(List.of("first"), open.hints());
        assertEquals(true, open.hasMoreHints());
        assertEquals(List.of(new StepView.GoalState("moved", false)), open.goals());
        assertEquals("", open.prediction().orElseThrow().feedback());
        StepView wrong = StepView.of(after("say 5988; reached"));
        assertEquals(
                "The machine says: 598a. No.", wrong.prediction().orElseThrow().feedback());
        assertEquals("5988", wrong.prediction().orElseThrow().committed());
        StepView chosen = StepView.of(after("say 598a; reached; next; say B; reached A"));
        assertEquals(
                "B is not A. The machine says: A. No.",
                chosen.prediction().orElseThrow().feedback());
        StepView right = StepView.of(after("say 598a; reached; next; say A; reached A"));
        assertEquals("Because. Yes.", right.prediction().orElseThrow().feedback());
    }
}
