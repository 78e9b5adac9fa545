package ringside.lessons.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ringside.lessons.format.TextFiles;

/** Checks of made-up lessons on the real image. */
class LessonCheckTest {
    private static List<String> problems(CheckResult result) {
        return result.items().stream()
                .filter(item -> !item.passed())
                .map(item -> item.step() + ": " + item.text())
                .toList();
    }

    @Test
    void aSoundLessonPassesWithAllPoints() {
        CheckResult result = LessonCheck.check(TextFiles.sound());
        assertEquals(List.of(), problems(result));
        assertTrue(result.passed());
        assertEquals("two-steps", result.id());
        assertEquals(8, result.score());
        assertEquals(8, result.max());
        assertEquals(
                List.of("one", "two"),
                result.items().stream().map(CheckItem::step).toList());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            lesson.json   | "atLeast": 1                      | "atLeast": 0         | one: the goal "moved" holds before anything was done
            lesson.json   | "atLeast": 1                      | "above": 1           | one: the solution does not reach the goal "moved"
            lesson.json   | "values.sp"},                     | "values.spp"},       | one: the machine gives no right answer
            lesson.json   | {"text": "B", "why"               | {"text": "B", "right": true, "why" | two: the machine gives no right answer, or more than one
            lesson.json   | "start": "mark:0"                 | "start": "symbol:nowhere" | : "nowhere" is neither a hex address nor a symbol
            lesson.json   | "start": "mark:0"                 | "start": "pc:2"      | begins where the machine never comes
            lesson.json   | "view": "registers", "path": "values.pc", "is" | "view": "memory:nowhere:4", "path": "bytes", "is" | two: "nowhere" is neither
            lesson.json   | "image": "mini-tock"              | "image": "no-such"   | : there is no bundled image and no file named "no-such"
            solution.json | "0x20001ff8"                      | "20002000"           | one: the solution's answer "20002000" is wrong: the machine says
            solution.json | "0x20001ff8"                      | "main"               | one: the solution's answer "main": That is not an address
            solution.json | "answer": "A"                     | "answer": "B"        | two: the solution's answer "B" is wrong: the machine says "A"
            solution.json | ["step"]                          | ["step", "step"]     | one: the goals hold before the command 2 of the solution
            solution.json | ["step"]                          | []                   | one: the solution does not reach
            solution.json | run-to symbol:main                | run-to pc:2          | two: the command 1 of the solution
            """)
    void whatIsWrongIsReported(String file, String part, String by, String message) {
        CheckResult result = LessonCheck.check(TextFiles.sound().replace(file, part, by));
        assertFalse(result.passed());
        List<String> problems = problems(result);
        assertTrue(problems.stream().anyMatch(problem -> problem.contains(message)), problems.toString());
    }

    @Test
    void withoutASolutionNobodyKnows() {
        CheckResult result = LessonCheck.check(TextFiles.sound().without("solution.json"));
        assertFalse(result.passed());
        assertEquals(1, result.items().size());
        assertTrue(result.items().get(0).text().contains("has no file solution.json"));
    }

    @Test
    void whatCannotBeReadIsNotPlayed() {
        CheckResult result = LessonCheck.check(new TextFiles().with("lesson.json", "[]"));
        assertFalse(result.passed());
        assertEquals("folder", result.id());
        assertEquals(0, result.max());
    }
}
