package ringside.pane.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import ringside.pane.code.Span;
import ringside.pane.code.Span.Style;

/** Rust is coloured by what its words are, and no character is lost. */
class RustSyntaxTest {
    private static Style styleOf(String word, String... lines) {
        return RustSyntax.colour(List.of(lines)).get(lines.length - 1).stream()
                .filter(span -> span.text().contains(word))
                .findFirst()
                .orElseThrow()
                .style();
    }

    @Test
    void wordsAreToldApart() {
        String line = "pub fn run(&self, p: &Process) -> u32 { probe!(x); 0x10 } // done";
        assertEquals(Style.KEYWORD, styleOf("pub", line));
        assertEquals(Style.TYPE, styleOf("Process", line));
        assertEquals(Style.TYPE, styleOf("u32", line));
        assertEquals(Style.MACRO, styleOf("probe!", line));
        assertEquals(Style.NUMBER, styleOf("0x10", line));
        assertEquals(Style.COMMENT, styleOf("// done", line));
        assertEquals(Style.PLAIN, styleOf("run", line));
    }

    @Test
    void blockCommentsNestOverLines() {
        assertEquals(Style.COMMENT, styleOf("still", "/* a /* b */", "still */ let x"));
        assertEquals(Style.KEYWORD, styleOf("let", "/* a /* b */", "still */ let x"));
    }

    @Test
    void lifetimesAreNoCharacters() {
        assertEquals(Style.TYPE, styleOf("'static", "x: &'static str"));
        assertEquals(Style.STRING, styleOf("'a'", "let c = 'a';"));
    }

    @Test
    void noCharacterIsLost() {
        List<String> lines = List.of("#[no_mangle]", "let s = \"a \\\" b\"; /* x", "y */ a != b 'q", "");
        for (int i = 0; i < lines.size(); i++) {
            StringBuilder text = new StringBuilder();
            for (Span span : RustSyntax.colour(lines).get(i)) {
                text.append(span.text());
            }
            assertEquals(lines.get(i), text.toString());
        }
    }
}
