package ringside.pane.paging;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import ringside.kernels.view.FrameOwner;
import ringside.kernels.view.FrameOwner.Kind;
import ringside.kernels.view.FrameOwners;
import ringside.pane.NumberText;
import ringside.pane.Words;
import ringside.pane.code.CodeLine;
import ringside.pane.code.Span;
import ringside.pane.code.Span.Style;

/** The legend of the owners: one row for each, with how much physical memory it has, and what for. */
final class OwnerSummary {
    private static final Comparator<FrameOwner> BY_KIND_AND_NAME = Comparator.comparing(FrameOwner::kind)
            .thenComparing(FrameOwner::task)
            .thenComparing(FrameOwner::name);

    private OwnerSummary() {}

    static List<CodeLine> of(FrameOwners frames) {
        Map<FrameOwner, Map<String, Long>> bytes = new TreeMap<>(BY_KIND_AND_NAME);
        for (FrameOwners.Area area : frames.areas()) {
            if (area.owner().kind() != Kind.NOTHING) {
                bytes.computeIfAbsent(area.owner(), owner -> new TreeMap<>())
                        .merge(area.owner().purpose(), area.end() - area.start(), Long::sum);
            }
        }
        List<CodeLine> lines = new ArrayList<>();
        bytes.forEach((owner, purposes) -> lines.add(line(owner, purposes)));
        return lines;
    }

    private static CodeLine line(FrameOwner owner, Map<String, Long> purposes) {
        long all = purposes.values().stream().mapToLong(Long::longValue).sum();
        String row = String.format(Locale.ROOT, "%-30s %-10s ", OwnerMark.who(owner), NumberText.size(all));
        String parts = purposes.entrySet().stream()
                .filter(entry -> !entry.getKey().isEmpty())
                .map(entry -> Words.of("owner.part", entry.getKey(), NumberText.size(entry.getValue())))
                .collect(Collectors.joining(", "));
        return CodeLine.text(-1, "", List.of(OwnerMark.symbol(owner), Span.plain(row), new Span(parts, Style.DIM)));
    }
}
