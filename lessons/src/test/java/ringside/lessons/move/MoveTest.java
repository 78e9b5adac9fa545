package ringside.lessons.move;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ringside.cpu.BadInputException;
import ringside.kernels.session.EventFilter;

class MoveTest {
    @Test
    void isWrittenAsText() {
        Map<String, Move> forms = Map.of(
                "step", new Move.Step(1),
                "step 12", new Move.Step(12),
                "over 2", new Move.Over(2),
                "out", new Move.Out(),
                "run", new Move.Run(),
                "run-to symbol:main", new Move.RunTo(new Place.AtCode("main")),
                "run-to mark:7", new Move.RunTo(new Place.AtMark(7)),
                "back", new Move.Back(1),
                "back-to system-call:hello",
                        new Move.BackTo(new Place.AtEvent(new EventFilter("system-call", "hello"))),
                "input uart0 ls -l", new Move.Input("uart0", "ls -l"));
        forms.forEach((text, move) -> assertEquals(move, Move.parse(text), text));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            jump              | the commands are
            step 0            | the commands are
            step -1           | the commands are
            step x            | the commands are
            run fast          | the commands are
            input             | the commands are
            run-to            | the kinds are
            run-to nap        | the kinds are
            run-to mark:x     | is not a mark
            run-to symbol:    | behind the colon
            """)
    void anythingElseIsRefused(String text, String message) {
        BadInputException wrong = assertThrows(BadInputException.class, () -> Move.parse(text));
        assertTrue(wrong.getMessage().contains(message), wrong.getMessage());
    }
}
