package ringside.pane.nvic;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import ringside.cpu.armv7m.exception.FaultBit;
import ringside.cpu.armv7m.exception.NvicView;
import ringside.pane.NumberText;
import ringside.pane.Words;
import ringside.pane.code.CodeLine;
import ringside.pane.code.Span;
import ringside.pane.code.Span.Style;

/** The rows of the NVIC pane. */
public final class NvicPaneModel {
    private NvicPaneModel() {}

    /** Makes the rows: the exceptions that are enabled, pending or active, then the faults. */
    public static List<CodeLine> lines(NvicView now, Optional<NvicView> before) {
        List<CodeLine> lines = new ArrayList<>();
        lines.add(CodeLine.text(
                -1,
                "",
                List.of(new Span(
                        row(
                                Words.of("nvic.number"),
                                Words.of("nvic.name"),
                                Words.of("nvic.enabled"),
                                Words.of("nvic.pending"),
                                Words.of("nvic.active"),
                                Words.of("nvic.priority")),
                        Style.DIM))));
        for (NvicView.Entry entry : now.exceptions()) {
            Optional<NvicView.Entry> old = before.flatMap(view -> view.exceptions().stream()
                    .filter(other -> other.number() == entry.number())
                    .findFirst());
            boolean changed = old.isPresent() && !old.get().equals(entry);
            boolean interesting = entry.pending() || entry.active() || entry.line() || entry.enabled() || changed;
            if (interesting) {
                lines.add(line(now, entry, changed));
            }
        }
        addMasks(now, lines);
        addFaults(now, lines);
        return lines;
    }

    private static CodeLine line(NvicView view, NvicView.Entry entry, boolean changed) {
        String text = row(
                Integer.toString(entry.number()),
                entry.name(),
                entry.enabled() ? "\u25a0" : "\u25a1",
                entry.pending() ? "\u25cf" : "\u00b7",
                entry.active() ? "\u25b6" : "\u00b7",
                Integer.toString(entry.priority()));
        Style style = changed ? Style.CHANGED : entry.active() ? Style.STRONG : Style.PLAIN;
        List<Span> spans = new ArrayList<>();
        spans.add(new Span(text, style));
        if (entry.number() == view.current()) {
            spans.add(new Span(Words.of("nvic.running"), Style.STRONG));
        } else if (entry.number() == view.next()) {
            spans.add(new Span(Words.of(view.nextIsTakable() ? "nvic.next" : "nvic.masked"), Style.DIM));
        }
        return CodeLine.text(entry.number(), "", spans);
    }

    private static void addMasks(NvicView now, List<CodeLine> lines) {
        String masks = Words.of(
                "nvic.masks",
                now.primask() ? "1" : "0",
                now.faultmask() ? "1" : "0",
                Integer.toString(now.basepri()),
                Integer.toString(now.executionPriority()));
        lines.add(CodeLine.text(-2, "", List.of(new Span(masks, Style.DIM))));
    }

    private static void addFaults(NvicView now, List<CodeLine> lines) {
        NvicView.Faults faults = now.faults();
        if (faults.bits().isEmpty()) {
            lines.add(CodeLine.text(-3, "", List.of(new Span(Words.of("nvic.noFaults"), Style.FAINT))));
            return;
        }
        String registers = Words.of("nvic.faults", hex(faults.cfsr()), hex(faults.hfsr()))
                + (faults.isMmfarValid() ? "  MMFAR " + hex(faults.mmfar()) : "")
                + (faults.isBfarValid() ? "  BFAR " + hex(faults.bfar()) : "");
        lines.add(CodeLine.text(-4, "", List.of(new Span(registers, Style.BAD))));
        for (FaultBit bit : faults.bits()) {
            lines.add(CodeLine.text(
                    -5,
                    "",
                    List.of(
                            new Span(String.format(Locale.ROOT, "  %-12s", bit.name()), Style.BAD),
                            Span.plain(bit.words()))));
        }
    }

    private static String row(String number, String name, String enabled, String pending, String active, String pri) {
        return String.format(
                Locale.ROOT, "%4s  %-18s %-8s %-8s %-8s %-9s", number, name, enabled, pending, active, pri);
    }

    private static String hex(int value) {
        return NumberText.address(Integer.toUnsignedLong(value));
    }
}
