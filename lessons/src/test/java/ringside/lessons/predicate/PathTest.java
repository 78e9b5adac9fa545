package ringside.lessons.predicate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ringside.cpu.BadInputException;

class PathTest {
    private static final JsonElement DOCUMENT = JsonParser.parseString("""
            {"mode": "Thread", "values": {"pc": "5988", "r0": "0"},
             "tasks": [{"name": "hello", "index": 0, "ready": true}, {"name": "two words", "index": 1, "ready": false}]}
            """);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            mode                        | "Thread"
            values.pc                   | "5988"
            tasks.length                | 2
            tasks[0].name               | "hello"
            tasks[-1].index             | 1
            tasks[name=hello].index     | 0
            tasks[name=two words].index | 1
            tasks[index=1].ready        | false
            tasks[ready=true].name      | "hello"
            nothing                     | null
            values.pc.deeper            | null
            tasks[2]                    | null
            tasks[-3]                   | null
            tasks[name=nobody].index    | null
            values[0]                   | null
            mode[a=b]                   | null
            values.length               | null
            """)
    void leadsToAPartOfADocument(String path, String found) {
        assertEquals(found, Path.parse(path).select(DOCUMENT).toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ".mode",
                "tasks[",
                "tasks[]",
                "tasks[a.b=c]",
                "a..b",
                "a b",
                "tasks[1",
                "[=x]",
                "tasks[99999999999]"
            })
    void anythingElseIsRefused(String path) {
        BadInputException wrong = assertThrows(BadInputException.class, () -> Path.parse(path));
        assertTrue(wrong.getMessage().contains("\"" + path + "\" is not a path"), wrong.getMessage());
    }
}
