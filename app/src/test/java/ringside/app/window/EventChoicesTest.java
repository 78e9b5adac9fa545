package ringside.app.window;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ringside.pane.Words;

/** What "next" offers fits the machine and the kernel, and has a name. */
class EventChoicesTest {
    @ParameterizedTest
    @CsvSource({
        "cortex-m3, tock, upcall, page-map",
        "cortex-m3, other, mpu-update, upcall",
        "x86-64, redox, message-send, mpu-update",
        "x86-64, redox, scheme-remove, mode-change",
        "x86-64, other, processor-mode, mode-change",
        "x86-64, theseus, cell-load, message-send",
        "x86-64, other, page-map, cell-load"
    })
    void theChoicesFitTheMachine(String machine, String style, String offered, String absent) {
        List<String> kinds = EventChoices.of(machine, style);
        assertTrue(kinds.contains(offered));
        assertFalse(kinds.contains(absent));
        Words words = Words.bundle("window");
        kinds.forEach(kind -> assertFalse(words.get("event." + kind).isBlank(), kind));
    }
}
