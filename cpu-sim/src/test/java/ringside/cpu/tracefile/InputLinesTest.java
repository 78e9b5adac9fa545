package ringside.cpu.tracefile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ringside.cpu.BadInputException;
import ringside.cpu.machine.Input;

class InputLinesTest {
    @Test
    void textAndBytesAreRead() {
        List<Input> inputs = InputLines.parse("""
                {"mark":5000,"port":"uart0","text":"ls\\n"}

                {"mark": 0, "port": "buttons", "bytes": "0d0A"}
                """, "keys.jsonl");
        assertEquals(2, inputs.size());
        assertEquals(5_000, inputs.get(0).mark());
        assertArrayEquals(new byte[] {'l', 's', '\n'}, inputs.get(0).bytes());
        assertEquals("buttons", inputs.get(1).port());
        assertArrayEquals(new byte[] {13, 10}, inputs.get(1).bytes());
    }

    @Test
    void whatIsPrintedIsReadBack() {
        long seed = 5;
        Random random = new Random(seed);
        List<Input> inputs = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            byte[] bytes = new byte[random.nextInt(6)];
            random.nextBytes(bytes);
            if (random.nextBoolean()) {
                bytes = "Grüße <&> \"quoted\"\t\r\n"
                        .substring(random.nextInt(20))
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8);
            }
            inputs.add(new Input(random.nextLong() >>> 5, "uart" + random.nextInt(5), bytes));
        }
        inputs.removeIf(input -> input.mark() > 1_000_000_000_000_000_000L);
        List<Input> read = InputLines.parse(InputLines.print(inputs), "printed");
        assertEquals(inputs.size(), read.size(), "seed " + seed);
        for (int i = 0; i < read.size(); i++) {
            assertEquals(inputs.get(i).mark(), read.get(i).mark());
            assertEquals(inputs.get(i).port(), read.get(i).port());
            assertArrayEquals(inputs.get(i).bytes(), read.get(i).bytes(), "seed " + seed + ", input " + i);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            hello                                            | not JSON
            {'mark':1,'port':"uart0",'text':"a"}             | not JSON
            [1]                                              | not an object
            {"mark":1,"port":"uart0","text":"a"} x           | JSON
            {"mark":-1,"port":"uart0","text":"a"}            | whole number
            {"mark":1.5,"port":"uart0","text":"a"}           | whole number
            {"mark":1e999999999,"port":"uart0","text":"a"}   | whole number
            {"mark":"1","port":"uart0","text":"a"}           | whole number
            {"port":"uart0","text":"a"}                      | whole number
            {"mark":1,"text":"a"}                            | "port" must be a text
            {"mark":1,"port":"uart0"}                        | either
            {"mark":1,"port":"uart0","text":"a","bytes":"00"}| either
            {"mark":1,"port":"uart0","bytes":"0"}            | hex digits
            {"mark":1,"port":"uart0","bytes":"zz"}           | hex digits
            {"mark":1,"port":"uart0","text":"a","when":1}    | not known
            """)
    void aBadLineIsNamedWithItsNumber(String line, String reason) {
        String text = "{\"mark\":1,\"port\":\"uart0\",\"text\":\"a\"}\n" + line + "\n";
        BadInputException refused = assertThrows(BadInputException.class, () -> InputLines.parse(text, "keys.jsonl"));
        assertTrue(refused.getMessage().startsWith("keys.jsonl, line 2"), refused.getMessage());
        assertTrue(refused.getMessage().contains(reason), refused.getMessage());
    }
}
