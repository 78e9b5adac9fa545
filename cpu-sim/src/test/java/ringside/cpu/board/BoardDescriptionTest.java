package ringside.cpu.board;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ringside.cpu.BadInputException;

/** Boards as text: the bundled one, and texts that are none. */
class BoardDescriptionTest {
    private static final String SMALL = "{'name':'b','title':'t','source':'s','processor':'cortex-m3',"
            + "'clockHertz':1000,'interrupts':32,'priorityBits':3,'mpuRegions':8,'bitBand':true,'sysTickDivider':25,'sysTickCalibration':9999,"
            + "'memory':[{'name':'ram','base':'0','size':'1000'}],'devices':[";

    static BoardDescription an385() throws IOException {
        try (Reader text = Files.newBufferedReader(Path.of("../resources/boards/mps2-an385.json"))) {
            return BoardDescription.read("boards/mps2-an385.json", text);
        }
    }

    @Test
    void theBundledBoardHasWhatTheApplicationNoteSays() throws IOException {
        BoardDescription board = an385();
        assertEquals("mps2-an385", board.name());
        assertEquals(25_000_000, board.clockHertz());
        assertEquals(32, board.cortexM().orElseThrow().interrupts());
        assertEquals(4 << 20, board.memory().get(0).size());
        assertEquals(0x0040_0000L, board.memory().get(0).aliases().get(0));
        assertEquals(
                Map.of("receive", 0, "transmit", 1, "overrun", 12),
                board.devices().stream()
                        .filter(place -> place.name().equals("uart0"))
                        .findFirst()
                        .orElseThrow()
                        .interrupts());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {'name':'u','type':'cmsdk-uart','base':'4000','size':'1000','interrupts':{'receive':32}} | whole number from 0 to 31
            {'name':'u','type':'cmsdk-uart','base':'4000','size':'1000','interrupts':{'frob':3}}     | no interrupt "frob"
            {'name':'u','type':'frobnicator','base':'4000','size':'1000'}                            | no type of device "frobnicator"
            {'name':'u','type':'cmsdk-uart','base':'0','size':'1000'}                                | overlap at 0
            {'name':'ram','type':'cmsdk-uart','base':'4000','size':'1000'}                           | two things have the name "ram"
            {'name':'u','type':'cmsdk-uart','base':'4001','size':'1000'}                             | multiples of 1000
            {'name':'u','type':'cmsdk-uart','base':'fffff000','size':'2000'}                         | below 4 GiB
            {'name':'u','type':'cmsdk-uart','base':'0x4000','size':'1000'}                           | hexadecimal digits
            {'name':'u','type':'cmsdk-uart','size':'1000'}                                           | "base" is missing
            {'type':'cmsdk-uart','base':'4000','size':'1000'}                                        | "name" is missing
            {'name':7,'type':'cmsdk-uart','base':'4000','size':'1000'}                               | must be a text
            7                                                                                        | devices[0] must be an object
            """)
    void aWrongDeviceIsNamedWithItsPlace(String device, String message) {
        String text = (SMALL + device + "]}").replace('\'', '"');
        BadInputException bad =
                assertThrows(BadInputException.class, () -> BoardDescription.read("my.json", new StringReader(text)));
        assertTrue(bad.getMessage().startsWith("my.json"), bad.getMessage());
        assertTrue(bad.getMessage().contains(message), bad.getMessage());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {                          | is not JSON
            []                         | must be one JSON object
            {"name":"x"}                                     | "processor" is missing
            {"processor":"cortex-m3"}                        | "interrupts" is missing
            {"processor":"cortex-m3","interrupts":{}}        | must be a whole number
            {"processor":"cortex-m3","interrupts":"x"}       | must be a whole number
            {"processor":"cortex-m3","interrupts":1e99}      | must be a whole number
            """)
    void aTextThatIsNoBoardIsRefused(String text, String message) {
        BadInputException bad =
                assertThrows(BadInputException.class, () -> BoardDescription.read("my.json", new StringReader(text)));
        assertTrue(bad.getMessage().contains(message), bad.getMessage());
    }

    @Test
    void anotherProcessorIsRefused() {
        String text = (SMALL + "]}").replace('\'', '"').replace("cortex-m3", "cortex-m7");
        BadInputException bad =
                assertThrows(BadInputException.class, () -> BoardDescription.read("my.json", new StringReader(text)));
        assertTrue(bad.getMessage().contains("\"cortex-m7\" is not known"), bad.getMessage());
    }
}
