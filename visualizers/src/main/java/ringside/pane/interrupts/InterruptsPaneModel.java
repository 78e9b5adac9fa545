package ringside.pane.interrupts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ringside.kernels.view.InterruptsView;
import ringside.kernels.view.InterruptsView.Handle;
import ringside.kernels.view.InterruptsView.Line;
import ringside.pane.NumberText;
import ringside.pane.Words;
import ringside.pane.code.CodeLine;
import ringside.pane.code.Rows;
import ringside.pane.code.Span;
import ringside.pane.code.Span.Style;

/** The rows of the interrupt lines pane. */
public final class InterruptsPaneModel {
    private InterruptsPaneModel() {}

    /** One row for each line. */
    public static List<CodeLine> lines(InterruptsView now, Optional<InterruptsView> before) {
        Rows rows = new Rows();
        rows.columns(5, 30, 12, 12);
        rows.head(
                "irq",
                Words.of("interrupts.use"),
                Words.of("interrupts.mask"),
                Words.of("interrupts.count"),
                Words.of("interrupts.listens"));
        for (Line line : now.lines()) {
            Optional<Line> old = before.flatMap(view -> view.lines().stream()
                    .filter(each -> each.number() == line.number())
                    .findFirst());
            boolean masked = old.isPresent() && old.get().masked() != line.masked();
            boolean counted = old.isPresent() && old.get().count() != line.count();
            String mask =
                    line.masked() ? "\u25a0 " + Words.of("interrupts.closed") : "\u25a1 " + Words.of("interrupts.open");
            rows.row(
                    -1,
                    masked || counted ? Words.of("changed.hint", text(old.get()), text(line)) : "",
                    new Span(Integer.toString(line.number()), Style.STRONG),
                    Span.plain(line.use()),
                    new Span(mask, masked ? Style.CHANGED : line.masked() ? Style.DIM : Style.INK_OK),
                    new Span(NumberText.grouped(line.count()), counted ? Style.CHANGED : Style.NUMBER),
                    Span.plain(listeners(line)));
        }
        return rows.lines();
    }

    private static String text(Line line) {
        return NumberText.grouped(line.count()) + " "
                + Words.of(line.masked() ? "interrupts.closed" : "interrupts.open");
    }

    private static String listeners(Line line) {
        List<String> who = new ArrayList<>();
        if (line.inKernel()) {
            who.add(Words.of("interrupts.kernel"));
        }
        for (Handle handle : line.handles()) {
            boolean owes = handle.acknowledged() != line.count();
            who.add(
                    owes
                            ? Words.of("interrupts.owes", handle.name(), NumberText.grouped(handle.acknowledged()))
                            : handle.name());
        }
        return who.isEmpty() ? Words.of("interrupts.nobody") : String.join(", ", who);
    }
}
