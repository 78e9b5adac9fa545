package ringside.redox;

import java.nio.charset.StandardCharsets;
import ringside.cpu.history.Cancellation;
import ringside.cpu.machine.RunBudget;
import ringside.cpu.machine.StopReason;
import ringside.kernels.image.ImageCatalog;
import ringside.kernels.session.Session;

/** Somebody at the serial port of mini-redox: waits for the prompt, types a line, and looks at what comes. */
final class Terminal {
    private static final String PROMPT = "$ ";
    private static final long LIMIT = 60_000_000;
    private static final long SLICE = 100_000;

    private final Session session;
    private int seen;
    private long ready;

    private Terminal(Session session) {
        this.session = session;
    }

    /** Boots mini-redox up to the prompt of its shell. */
    static Terminal booted() {
        Terminal terminal = new Terminal(Session.open(ImageCatalog.open("mini-redox")));
        terminal.toThePrompt();
        terminal.ready = terminal.session.timeline().mark();
        return terminal;
    }

    /** The session that this is the serial port of. */
    Session session() {
        return session;
    }

    /** Goes back to the first prompt, before what was typed there: a mark has the input that came at it. */
    Terminal backToTheFirstPrompt() {
        ready--;
        session.timeline().seek(ready);
        seen = text().length();
        return this;
    }

    /** Types a line and gives what is printed up to the next prompt, without the line itself. */
    String line(String line) {
        type(line + "\r");
        String printed = toThePrompt();
        return printed.substring(printed.indexOf('\n') + 1);
    }

    /** Types text that does not end with a line. */
    void type(String text) {
        session.input("uart0", text.getBytes(StandardCharsets.UTF_8));
    }

    /** Runs until the prompt stands at the end of the screen; what was printed before it. */
    String toThePrompt() {
        return until(PROMPT).replaceFirst("\\$ $", "");
    }

    /** Runs until the new text ends so. */
    String until(String end) {
        for (long ran = 0; ran < LIMIT; ran += SLICE) {
            run(SLICE);
            String text = unseen();
            if (text.endsWith(end)) {
                seen += text.length();
                return text;
            }
        }
        throw new AssertionError("no \"" + end + "\" within " + LIMIT + " instructions, but: " + unseen());
    }

    /** Runs so many instructions, or until the machine stops. */
    StopReason run(long instructions) {
        return session.timeline()
                .run(RunBudget.of(instructions), Cancellation.NEVER)
                .stop();
    }

    /** Everything printed so far. */
    String text() {
        return session.console().text().replace("\r", "");
    }

    private String unseen() {
        return text().substring(seen);
    }
}
