package ringside.lessons.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ringside.cpu.BadInputException;

class LessonReaderTest {
    @Test
    void aSoundLessonIsReadWithItsSolution() {
        LessonReader.Result result = LessonReader.readAll(TextFiles.sound());
        assertEquals(List.of(), result.problems());
        Lesson lesson = result.lesson().orElseThrow();
        assertEquals("two-steps", lesson.id());
        assertEquals("The *first* step.", lesson.steps().get(0).text());
        assertEquals(List.of("first", "second"), lesson.steps().get(0).hints());
        assertEquals(2, result.solution().orElseThrow().steps().size());
    }

    @Test
    void aLessonCanBeGivenWithoutItsSolution() {
        LessonReader.Result result = LessonReader.readAll(TextFiles.sound().without("solution.json"));
        assertEquals(List.of(), result.problems());
        assertTrue(result.lesson().isPresent());
        assertTrue(result.solution().isEmpty());
    }

    @Test
    void aBrokenSolutionDoesNotKeepTheLessonFromBeingRead() {
        assertEquals(
                "two-steps",
                LessonReader.read(TextFiles.sound().with("solution.json", "{")).id());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "format": 1           | "format": 2                  | lesson.json: format is 2, but this version of Ringside reads format 1
            "format": 1,          |                              | format is missing
            "format": 1           | "format": 1, "auther": "x"   | lesson.json: auther is not known here; known are
            "id": "two-steps"     | "id": "Two Steps"            | id is "Two Steps"; use lower-case letters
            "style": "tock"       | "style": "linux"             | not one of redox, theseus, tock, other
            "level": "beginner"   | "level": 1                   | level must be a text
            "minutes": 5          | "minutes": 0                 | minutes must be a whole number from 1 to 600
            "minutes": 5          | "minutes": 2.5               | minutes must be a whole number
            "title": "Two steps"  | "title": " "                 | title must be a text that is not empty
            "id": "two"           | "id": "one"                  | steps[1].id is "one", like that of a step before
            "text": "two.md"      | "text": "three.md"           | names three.md, but that file is missing or empty
            "text": "two.md"      | "text": "../two.md"          | name a Markdown file (.md) in the lesson's folder
            "text": "two.md",     |                              | steps[1].text is missing
            "start": "mark:0"     | "start": "reset"             | steps[0].start is not right: there is no event
            "pane": "registers"   | "pane": "page-table"         | highlights[0].pane is "page-table", which is not one of
            "pane": "registers"   | "pane": "memory"             | highlights[0].what is "pc"; in memory write ADDRESS:LENGTH
            "hints": ["first", "second"] | "hints": "first"      | steps[0].hints must be a list
            "hints": ["first", "second"] | "hints": ["first", 2] | steps[0].hints must be a list of texts
            "goals": [{"text": "moved", "holds": {"instructions": "since-start", "atLeast": 1}}] | "goals": [] | without one the step cannot be passed
            "instructions": "since-start" | "view": "nothing", "path": "a" | holds.view is "nothing"; the views are
            "kind": "address"     | "kind": "guess"              | not one of choice, number, address, order
            "answerFrom": {"view": "registers", "path": "values.sp"}, | | answerFrom is missing
            "kind": "address"     | "kind": "choice"             | its options say what is right
            "kind": "choice"      | "kind": "number"             | answerFrom is missing
            "right": true,        |                              | options have no right one
            "text": "B"           | "text": "A"                  | options have "A" twice
            "right": true         | "right": true, "rightWhen": {"event": "sleep"} | has both
            "kind": "choice"      | "kind": "order"              | options[0].right is not known here
            "steps": [            | "steps": [7,                 | steps[0] must be an object
            "image": "mini-tock"  | "image": "mini-tock",,       | this is not JSON
            """)
    void aMistakeIsToldWithItsPlace(String part, String by, String message) {
        TextFiles files = TextFiles.sound().replace("lesson.json", part, by == null ? "" : by);
        List<String> problems = LessonReader.readAll(files).problems();
        assertEquals(1, problems.size(), problems.toString());
        assertTrue(problems.get(0).startsWith("folder/lesson.json: "), problems.get(0));
        assertTrue(problems.get(0).contains(message), problems.get(0));
        assertThrows(BadInputException.class, () -> LessonReader.read(files));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "step": "two"                  | "step": "three"        | the lesson has no such step
            "step": "two"                  | "step": "one"          | which is solved before
            , "answer": "A"                |                        | steps[1].answer is missing: the step has a prediction
            "commands": ["step"]           | "commands": ["jump"]   | steps[0].commands are not right: "jump" is not a command
            "format": 1                    | "format": 3            | reads format 1
            {"step": "one", "answer": "0x20001ff8", "commands": ["step"]}, | | has no solution of the step "one"
            "format": 1                    | "format": 1, "a": 1    | a is not known here
            """)
    void soAreMistakesOfTheSolution(String part, String by, String message) {
        TextFiles files = TextFiles.sound().replace("solution.json", part, by == null ? "" : by);
        List<String> problems = LessonReader.readAll(files).problems();
        assertEquals(1, problems.size(), problems.toString());
        assertTrue(problems.get(0).startsWith("folder/solution.json: "), problems.get(0));
        assertTrue(problems.get(0).contains(message), problems.get(0));
    }

    @Test
    void eachStepTellsItsOwnMistake() {
        TextFiles files = TextFiles.sound()
                .replace("lesson.json", "\"pane\": \"registers\"", "\"pane\": \"nothing\"")
                .without("two.md");
        assertEquals(2, LessonReader.readAll(files).problems().size());
    }

    @Test
    void aFolderWithoutALessonSaysWhatALessonIs() {
        List<String> problems = LessonReader.readAll(new TextFiles()).problems();
        assertEquals(
                List.of("folder has no file lesson.json; a lesson is a folder with that file and a text for each step"),
                problems);
    }
}
