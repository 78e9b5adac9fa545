package ringside.app.cli;

import java.io.PrintWriter;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import ringside.cpu.history.Timeline;

/** The guest's consoles as text, all ports in the order in which they sent. */
final class ConsoleText {
    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE);
    private final Timeline timeline;
    private final PrintWriter target;
    private long shown;
    private byte[] rest = new byte[0];

    /** Will write what the timeline's guest prints, as it runs forward. */
    ConsoleText(Timeline timeline, PrintWriter target) {
        this.timeline = timeline;
        this.target = target;
        shown = 0;
    }

    /** Everything up to the cursor. */
    static String all(Timeline timeline) {
        return new String(timeline.events().consoles(0, timeline.eventCount()), StandardCharsets.UTF_8);
    }

    /** Writes what is new. Bytes of a character that is not complete wait for the rest. */
    void showNew() {
        byte[] more = timeline.events().consoles(shown, timeline.eventCount());
        shown = timeline.eventCount();
        if (more.length == 0) {
            return;
        }
        ByteBuffer bytes =
                ByteBuffer.allocate(rest.length + more.length).put(rest).put(more);
        bytes.flip();
        CharBuffer text = CharBuffer.allocate(bytes.remaining() + 1);
        decoder.decode(bytes, text, false);
        rest = new byte[bytes.remaining()];
        bytes.get(rest);
        target.print(text.flip());
        target.flush();
    }
}
