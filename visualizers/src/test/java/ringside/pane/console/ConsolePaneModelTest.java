package ringside.pane.console;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import ringside.pane.code.CodeLine;
import ringside.pane.code.Span;
import ringside.pane.code.Span.Style;

/** The console pane shows lines, marks what is new, and hides no control character. */
class ConsolePaneModelTest {
    private static ConsolePage page(String text) {
        return new ConsolePage("uart0", List.of("uart0"), text, 0, List.of("uart0"));
    }

    private static List<String> texts(List<CodeLine> lines) {
        return lines.stream().map(CodeLine::plainText).toList();
    }

    @Test
    void linesEndAtLineFeeds() {
        assertEquals(List.of("one", "two"), texts(ConsolePaneModel.lines(page("one\r\ntwo"), Optional.empty())));
    }

    @Test
    void controlCharactersBecomeVisible() {
        assertEquals(List.of("a\u00b7b"), texts(ConsolePaneModel.lines(page("a\u0007b"), Optional.empty())));
    }

    @Test
    void onlyNewTextIsMarked() {
        List<CodeLine> lines = ConsolePaneModel.lines(page("one\ntwo"), Optional.of(page("one\nt")));
        assertEquals(
                List.of(Span.plain("t"), new Span("wo", Style.CHANGED)),
                lines.get(1).spans());
    }
}
