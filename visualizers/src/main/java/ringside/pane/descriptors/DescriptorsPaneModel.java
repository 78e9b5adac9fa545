package ringside.pane.descriptors;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import ringside.cpu.x86.segment.DescriptorsView;
import ringside.cpu.x86.segment.DescriptorsView.Field;
import ringside.cpu.x86.segment.DescriptorsView.Segment;
import ringside.cpu.x86.segment.DescriptorsView.Table;
import ringside.cpu.x86.segment.DescriptorsView.Vector;
import ringside.pane.NumberText;
import ringside.pane.Words;
import ringside.pane.code.CodeLine;
import ringside.pane.code.Span;
import ringside.pane.code.Span.Style;

/** The rows of the descriptors pane. */
public final class DescriptorsPaneModel {
    private final DescriptorsView now;
    private final Set<Object> known = new HashSet<>();
    private final boolean compares;
    private final List<CodeLine> lines = new ArrayList<>();

    private DescriptorsPaneModel(DescriptorsView now, Optional<DescriptorsView> before) {
        this.now = now;
        compares = before.isPresent();
        before.ifPresent(view -> {
            known.addAll(view.gdt().segments());
            known.addAll(view.ldt().segments());
            known.addAll(view.idt().vectors());
            known.addAll(view.task().fields());
        });
    }

    /** Makes the rows: GDT, LDT if there is one, TSS, IDT. */
    public static List<CodeLine> lines(DescriptorsView now, Optional<DescriptorsView> before) {
        return new DescriptorsPaneModel(now, before).make();
    }

    private List<CodeLine> make() {
        addTable("descriptors.gdt", now.gdt());
        if (!now.ldt().segments().isEmpty()) {
            title(
                    "descriptors.ldt",
                    hex(now.ldt().selector()),
                    NumberText.address(now.ldt().base()));
            now.ldt().segments().forEach(this::addSegment);
        }
        if (!now.task().fields().isEmpty()) {
            title(
                    "descriptors.tss",
                    hex(now.task().selector()),
                    NumberText.address(now.task().base()),
                    now.task().bits());
            now.task().fields().forEach(this::addField);
        }
        title(
                "descriptors.idt",
                NumberText.address(now.idt().base()),
                NumberText.grouped(now.idt().vectors().size()));
        now.idt().vectors().forEach(this::addVector);
        return lines;
    }

    private void addTable(String key, Table table) {
        title(key, NumberText.address(table.base()), hex(table.limit()));
        table.segments().forEach(this::addSegment);
    }

    private void title(String key, Object... arguments) {
        if (!lines.isEmpty()) {
            lines.add(CodeLine.text(-1, "", List.of(Span.plain(""))));
        }
        lines.add(CodeLine.text(-1, "", List.of(new Span(Words.of(key, arguments), Style.STRONG))));
    }

    private Style style(Object row, boolean present) {
        if (compares && !known.contains(row)) {
            return Style.CHANGED;
        }
        return present ? Style.PLAIN : Style.FAINT;
    }

    private void addSegment(Segment segment) {
        String text =
                String.format(Locale.ROOT, "%4s  %-34s %d  ", hex(segment.selector()), segment.kind(), segment.dpl());
        List<Span> spans = new ArrayList<>();
        spans.add(new Span(text, style(segment, segment.isPresent())));
        spans.add(new Span(segment.details(), Style.DIM));
        if (!segment.isPresent()) {
            spans.add(new Span("  " + Words.of("descriptors.notPresent"), Style.FAINT));
        }
        if (!segment.loadedIn().isEmpty()) {
            spans.add(new Span("  " + segment.loadedIn(), Style.STRONG));
        }
        String raw = String.format(Locale.ROOT, "%016x", segment.low())
                + (segment.high() == 0 ? "" : String.format(Locale.ROOT, " %016x", segment.high()));
        lines.add(CodeLine.text(-1, "", spans).withHint(raw));
    }

    private void addField(Field field) {
        String text = String.format(Locale.ROOT, "%4x  %-12s ", field.offset(), field.name());
        String value = field.bytes() > 4 ? NumberText.address(field.value()) : hex(field.value());
        lines.add(CodeLine.text(-1, "", List.of(new Span(text, Style.DIM), new Span(value, style(field, true)))));
    }

    private void addVector(Vector vector) {
        String text = String.format(
                Locale.ROOT, "%4s  %-34s %d  ", Integer.toHexString(vector.number()), vector.kind(), vector.dpl());
        List<Span> spans = new ArrayList<>();
        spans.add(new Span(text, style(vector, vector.isPresent())));
        spans.add(new Span(hex(vector.selector()) + ":" + NumberText.address(vector.offset()), Style.DIM));
        if (vector.interruptStack() != 0) {
            spans.add(new Span("  IST" + vector.interruptStack(), Style.PLAIN));
        }
        lines.add(CodeLine.text(vector.offset(), "", spans));
    }

    private static String hex(long value) {
        return Long.toHexString(value);
    }
}
