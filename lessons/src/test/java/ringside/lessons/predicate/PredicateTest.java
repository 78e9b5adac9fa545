package ringside.lessons.predicate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ringside.cpu.BadInputException;
import ringside.lessons.json.JsonPlace;

class PredicateTest {
    private static final Evidence EVIDENCE = new FakeEvidence()
            .view("registers", """
                    {"privileged": true, "mode": "Thread mode, privileged", "values": {"pc": "a1a", "sp": "20001ff8", "r0": "0"}}""")
            .view("memory:0:8", "{\"words\": [\"20002000\", \"a1b\"]}")
            .view("tasks", "{\"tasks\": [{\"name\": \"hello\", \"index\": 0}]}")
            .event("system-call", "hello", "{\"class\": \"memop\", \"number\": 5, \"argument\": \"20010900\"}")
            .event("system-call", "hello", "{\"class\": \"command\", \"number\": 2}")
            .event("system-call", "counter", "{\"class\": \"command\", \"number\": 1}")
            .event("sleep", null, "{}")
            .instructions(-3);

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"view": "registers", "path": "values.pc", "is": "a1a"}                                       | true
            {"view": "registers", "path": "values.pc", "is": "A1A"}                                       | false
            {"view": "registers", "path": "values.pc", "is": "0xA1A"}                                     | true
            {"view": "registers", "path": "values.pc", "is": "0x0000_0a1a"}                               | true
            {"view": "registers", "path": "values.pc", "is": 2586}                                        | false
            {"view": "registers", "path": "values.pc", "isNot": "a1c"}                                    | true
            {"view": "registers", "path": "values.pc", "is": {"symbol": "main"}}                          | true
            {"view": "registers", "path": "values.pc", "is": {"symbol": "nowhere"}}                       | false
            {"view": "registers", "path": "values.pc", "isNot": {"symbol": "nowhere"}}                    | false
            {"view": "registers", "path": "values.pc", "is": {"view": "memory:0:8", "path": "words[1]", "plus": -1}} | true
            {"view": "registers", "path": "values.sp", "below": {"view": "memory:0:8", "path": "words[0]"}} | true
            {"view": "registers", "path": "values.sp", "above": {"view": "memory:0:8", "path": "words[0]"}} | false
            {"view": "registers", "path": "values.sp", "plus": 8, "is": "20002000"}                       | true
            {"view": "registers", "path": "values.r0", "plus": -1, "is": "ffffffff"}                      | true
            {"view": "registers", "path": "privileged", "is": true}                                       | true
            {"view": "registers", "path": "privileged", "is": "true"}                                     | false
            {"view": "registers", "path": "mode", "contains": "privileged"}                               | true
            {"view": "registers", "path": "mode", "contains": "Handler"}                                  | false
            {"view": "registers", "path": "values.nothing", "exists": true}                               | false
            {"view": "registers", "path": "values.nothing", "exists": false}                              | true
            {"view": "registers", "path": "values.nothing", "below": 5}                                   | false
            {"view": "mpu", "path": "enabled", "is": false}                                               | false
            {"view": "tasks", "path": "tasks.length", "atLeast": 1, "atMost": 1}                          | true
            {"view": "tasks", "path": "tasks.length", "above": 0, "below": 1}                             | false
            {"event": "system-call"}                                                                      | true
            {"event": "system-call", "is": 3}                                                             | true
            {"event": "system-call", "task": "hello", "atLeast": 3}                                       | false
            {"event": "system-call", "task": "crasher"}                                                   | false
            {"event": "system-call", "detail": {"class": "command"}, "is": 2}                             | true
            {"event": "system-call", "detail": {"class": "command", "number": 2}}                         | true
            {"event": "system-call", "detail": {"class": "yield"}}                                        | false
            {"event": "system-call", "detail": {"nothing": 1}}                                            | false
            {"event": "system-call", "path": "detail.number", "is": 1}                                    | true
            {"event": "system-call", "which": "last", "path": "detail.number", "is": 1}                   | true
            {"event": "system-call", "which": "first", "path": "detail.number", "is": 5}                  | true
            {"event": "wake", "path": "mark", "exists": true}                                             | false
            {"event": "sleep", "task": "hello"}                                                           | false
            {"instructions": "since-start", "below": 0}                                                   | true
            {"instructions": "since-start", "plus": 4, "is": 1}                                           | true
            {"all": [{"event": "sleep"}, {"event": "system-call"}]}                                       | true
            {"all": [{"event": "sleep"}, {"event": "wake"}]}                                              | false
            {"any": [{"event": "wake"}, {"event": "sleep"}]}                                              | true
            {"any": [{"event": "wake"}, {"event": "fault"}]}                                              | false
            {"not": {"event": "wake"}}                                                                    | true
            {"not": {"not": {"event": "wake"}}}                                                           | false
            """)
    void asksTheMachine(String json, boolean holds) {
        assertEquals(
                holds, PredicateReader.predicate(JsonPlace.parse("test", json)).holds(EVIDENCE), json);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {}                                                        | must have exactly one of view, event, symbol, instructions
            {"view": "registers", "event": "sleep", "path": "a"}      | must have exactly one of
            {"view": "registers"}                                     | path is missing
            {"view": "registers", "path": "mode"}                     | compares with nothing
            {"view": "registers", "path": "a..b", "is": 1}            | path is not right
            {"view": "no-such-view", "path": "a", "is": 1}            | the views are
            {"view": "memory:0", "path": "a", "is": 1}                | the views are
            {"event": "system-calls"}                                 | the kinds of events are
            {"event": "sleep", "which": "second", "path": "mark"}     | which is "second"
            {"event": "sleep", "detail": {"a": [1]}}                  | detail.a must be
            {"event": "sleep", "atleast": 2}                          | atleast is not known here
            {"event": "sleep", "atLeast": [2]}                        | must be a text, a number
            {"event": "sleep", "atLeast": null}                       | must be a text, a number
            {"event": "sleep", "is": {"view": "mpu", "path": "control", "is": 1}} | is.is is not known here
            {"instructions": "since-reset", "is": 1}                  | not one of since-start
            {"all": []}                                               | at least one predicate
            {"all": {"event": "sleep"}}                               | must be a list
            {"all": [{"event": "sleep"}, {"event": "nap"}]}           | all[1].event
            {"not": [{"event": "sleep"}]}                             | not must be an object
            {"event": "sleep", "is": 1e999999999}                     | is must be a text, a whole number
            {"event": "sleep", "is": 1.5}                             | is must be a text, a whole number
            {"event": "sleep", "detail": {"a": 1e9}}                  | detail.a must be a text, a whole number
            {"symbol": "", "is": 1}                                   | symbol must be a text
            """)
    void aBrokenPredicateIsRefusedWithItsPlace(String json, String message) {
        BadInputException wrong = assertThrows(
                BadInputException.class, () -> PredicateReader.predicate(JsonPlace.parse("test.json", json)));
        assertTrue(wrong.getMessage().startsWith("test.json: "), wrong.getMessage());
        assertTrue(wrong.getMessage().contains(message), wrong.getMessage());
    }
}
