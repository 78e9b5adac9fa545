package ringside.pane.ipc;

import java.util.ArrayList;
import java.util.List;
import ringside.kernels.view.IpcView.Kind;
import ringside.kernels.view.IpcView.Message;
import ringside.pane.NumberText;
import ringside.pane.Words;
import ringside.pane.code.CodeLine;
import ringside.pane.code.Span;
import ringside.pane.code.Span.Style;

/** The chart as rows of text, one for each message: the same for those who do not see it. */
final class MessageLines {
    private static final int MARK_WIDTH = 12;
    private static final int WHO_WIDTH = 24;
    private static final int WHAT_WIDTH = 24;

    private MessageLines() {}

    static List<CodeLine> of(List<Exchange> exchanges) {
        List<CodeLine> lines = new ArrayList<>();
        for (Exchange exchange : exchanges) {
            lines.add(line(exchange));
        }
        return lines;
    }

    private static CodeLine line(Exchange exchange) {
        Message message = exchange.message();
        String who = message.clientName() + " \u2192 " + message.serverName();
        String tag = message.tag() == 0 ? "" : " " + Words.of("ipc.tag", Long.toString(message.tag()));
        String what = MessageWords.symbol(message.kind()) + " " + message.operation() + " " + message.channel() + tag;
        Style style = exchange.isAhead() ? Style.FAINT : Style.PLAIN;
        List<Span> spans = new ArrayList<>();
        spans.add(new Span(padLeft(NumberText.grouped(message.sent())) + "  ", Style.FAINT));
        spans.add(new Span(pad(who, WHO_WIDTH), exchange.isAhead() ? Style.FAINT : Style.DIM));
        spans.add(new Span(pad(what, WHAT_WIDTH), style));
        if (exchange.isAhead()) {
            spans.add(new Span(Words.of("ipc.details.later"), Style.FAINT));
        } else if (!message.result().isEmpty()) {
            boolean error = MessageWords.isError(message.result());
            spans.add(new Span(MessageWords.brief(message.result()), error ? Style.BAD : Style.STRONG));
            if (message.latency() >= 0) {
                String latency = Words.of("ipc.point.DONE.after", NumberText.grouped(message.latency()));
                spans.add(new Span("  " + latency, Style.DIM));
            }
        } else if (message.kind() == Kind.CALL) {
            spans.add(new Span(MessageWords.state(message), Style.CHANGED));
        }
        return CodeLine.text(message.index(), "", spans).withHint(MessageWords.spoken(message));
    }

    private static String padLeft(String text) {
        return " ".repeat(Math.max(0, MARK_WIDTH - text.length())) + text;
    }

    private static String pad(String text, int width) {
        return text + " ".repeat(Math.max(2, width - text.length()));
    }
}
