package ringside.lessons.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonPrimitive;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ringside.lessons.format.Option;
import ringside.lessons.format.Prediction;
import ringside.lessons.format.Prediction.Kind;
import ringside.lessons.predicate.EventPattern;
import ringside.lessons.predicate.FakeEvidence;
import ringside.lessons.predicate.Source;

class AnswerTest {
    private static final List<Option> OPTIONS = Stream.of("svc", "svc, then more", "wake")
            .map(text -> new Option(
                    text,
                    Optional.empty(),
                    Optional.of(new EventPattern(
                            text.equals("wake") ? "wake" : "system-call", "", Map.of("n", number(text)))),
                    ""))
            .toList();

    private static JsonPrimitive number(String text) {
        return new JsonPrimitive(text.length());
    }

    private static Prediction prediction(Kind kind) {
        Source source = new Source.Literal(new JsonPrimitive("20"));
        return new Prediction(kind, "?", OPTIONS, Optional.of(source), "yes", "no");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            NUMBER  | 32          | 32
            NUMBER  | 0x20        | 32
            NUMBER  | 2_048       | 2048
            NUMBER  | -1          | -1
            NUMBER  | 20h         |
            NUMBER  | 0x          |
            NUMBER  | ff          |
            ADDRESS | 20800       | 20800
            ADDRESS | 0x0002_0800 | 20800
            ADDRESS | 0xFFFFFFFD  | fffffffd
            ADDRESS | main        |
            CHOICE  | wake        | wake
            CHOICE  | ' wake '    | wake
            CHOICE  | Wake        |
            CHOICE  | wake, svc   |
            """)
    void isReadInOneForm(Kind kind, String text, String answer) {
        assertEquals(
                Optional.ofNullable(answer),
                Answer.parse(prediction(kind), text).map(Answer::toString));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            svc,svc, then more,wake   | svc/svc, then more/wake
            svc, then more, wake, svc | svc, then more/wake/svc
            wake,svc,svc              |
            wake,svc                  |
            wake,svc,svc, then more,x |
            """)
    void anOrderNamesEachOptionOnce(String text, String parts) {
        assertEquals(
                Optional.ofNullable(parts),
                Answer.parse(prediction(Kind.ORDER), text).map(answer -> String.join("/", answer.parts())));
    }

    @Test
    void theRightOrderIsThatOfTheFirstEvents() {
        FakeEvidence evidence = new FakeEvidence()
                .event("wake", null, "{\"n\": 4}")
                .event("system-call", "a", "{\"n\": 14}")
                .event("system-call", "a", "{\"n\": 3}")
                .event("wake", null, "{\"n\": 4}");
        assertEquals(
                Optional.of(new Answer(List.of("wake", "svc, then more", "svc"))),
                Answer.right(prediction(Kind.ORDER), evidence));
    }

    @Test
    void withoutOneOfTheEventsThereIsNoRightOrder() {
        FakeEvidence evidence = new FakeEvidence().event("wake", null, "{\"n\": 4}");
        assertEquals(Optional.empty(), Answer.right(prediction(Kind.ORDER), evidence));
    }

    @Test
    void theMachinesNumberIsTheStudentsNumber() {
        FakeEvidence nothing = new FakeEvidence();
        assertEquals(Answer.parse(prediction(Kind.NUMBER), "32"), Answer.right(prediction(Kind.NUMBER), nothing));
        assertEquals(Answer.parse(prediction(Kind.ADDRESS), "0x20"), Answer.right(prediction(Kind.ADDRESS), nothing));
    }

    @Test
    void aChoiceNeedsExactlyOneRightOption() {
        assertEquals(Optional.empty(), Answer.right(prediction(Kind.CHOICE), new FakeEvidence()));
    }
}
