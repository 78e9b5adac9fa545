package ringside.pane.upcalls;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import ringside.kernels.view.UpcallsView;
import ringside.pane.NumberText;
import ringside.pane.Words;
import ringside.pane.code.CodeLine;
import ringside.pane.code.Span;
import ringside.pane.code.Span.Style;

/** The rows of the upcalls pane. */
public final class UpcallsPaneModel {
    private UpcallsPaneModel() {}

    /** Makes the rows: first what waits, then what is subscribed. */
    public static List<CodeLine> lines(UpcallsView now, Optional<UpcallsView> before) {
        List<CodeLine> lines = new ArrayList<>();
        lines.add(CodeLine.text(-1, "", List.of(new Span(Words.of("upcalls.pending"), Style.DIM))));
        if (now.pending().isEmpty()) {
            lines.add(CodeLine.text(-2, "", List.of(new Span("  " + Words.of("upcalls.none"), Style.FAINT))));
        }
        for (UpcallsView.Pending pending : now.pending()) {
            boolean isNew = before.isPresent() && !before.get().pending().contains(pending);
            String arguments = pending.arguments().stream()
                    .map(value -> Long.toHexString(value & 0xFFFF_FFFFL))
                    .collect(Collectors.joining(", "));
            lines.add(CodeLine.text(
                    pending.function(),
                    "",
                    List.of(
                            new Span("  " + pad(pending.name()), isNew ? Style.CHANGED : Style.STRONG),
                            Span.plain(pending.driver() + " " + pending.number() + "  "),
                            new Span(NumberText.address(pending.function()) + "(" + arguments + ")", Style.FAINT))));
        }
        lines.add(CodeLine.text(-3, "", List.of(new Span(Words.of("upcalls.subscribed"), Style.DIM))));
        if (now.subscriptions().isEmpty()) {
            lines.add(CodeLine.text(-4, "", List.of(new Span("  " + Words.of("upcalls.noneSubscribed"), Style.FAINT))));
        }
        for (UpcallsView.Subscription subscription : now.subscriptions()) {
            boolean isNew = before.isPresent() && !before.get().subscriptions().contains(subscription);
            lines.add(CodeLine.text(
                    subscription.function(),
                    "",
                    List.of(
                            new Span("  " + pad(subscription.name()), isNew ? Style.CHANGED : Style.STRONG),
                            Span.plain(subscription.driver() + " " + subscription.number() + "  "),
                            new Span(NumberText.address(subscription.function()), Style.FAINT))));
        }
        return lines;
    }

    private static String pad(String name) {
        return name + " ".repeat(Math.max(1, 10 - name.length()));
    }
}
