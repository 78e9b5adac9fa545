package ringside.app.simulation;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import ringside.kernels.session.Session;
import ringside.kernels.view.SourceView;
import ringside.pane.source.SourcePage;

/** Reads the source file of the next instruction, or of one that the user chose. */
final class SourceReader {
    private final Session session;
    private final Set<Long> breakpoints;
    private final Map<String, List<String>> texts = new HashMap<>();
    private final Map<String, Set<Integer>> codeLines = new HashMap<>();

    SourceReader(Session session, Set<Long> breakpoints) {
        this.session = session;
        this.breakpoints = breakpoints;
    }

    SourcePage read(String chosen, long lastExecuted) {
        SourceView here = session.source(session.programCounter());
        Optional<SourceView.Place> place = shown(here);
        String file =
                !chosen.isEmpty() ? chosen : place.map(SourceView.Place::file).orElse("");
        if (file.isEmpty()) {
            return SourcePage.none(absence(here));
        }
        List<String> lines = text(file);
        if (lines.isEmpty()) {
            return SourcePage.none("source.noFile");
        }
        int last = lastExecuted < 0 ? 0 : lineIn(file, session.source(lastExecuted));
        return new SourcePage(
                file,
                lines,
                lineIn(file, here),
                last,
                linesWithCode(file, lines.size()),
                breakpointLines(file),
                place.map(SourceView.Place::function).orElse(""),
                "");
    }

    private String absence(SourceView here) {
        if (session.debug().files().isEmpty()) {
            return "source.noDebug";
        }
        return here.places().isEmpty() ? "source.noLine" : "source.noFile";
    }

    private static Optional<SourceView.Place> shown(SourceView view) {
        return view.shown() < 0 ? Optional.empty() : Optional.of(view.places().get(view.shown()));
    }

    private static int lineIn(String file, SourceView view) {
        return view.places().stream()
                .filter(place -> place.file().equals(file))
                .findFirst()
                .map(SourceView.Place::line)
                .orElse(0);
    }

    private List<String> text(String file) {
        return texts.computeIfAbsent(
                file,
                name -> session.debug()
                        .sourceText(name)
                        .map(text -> List.copyOf(text.lines().toList()))
                        .orElse(List.of()));
    }

    private Set<Integer> linesWithCode(String file, int count) {
        return codeLines.computeIfAbsent(file, name -> {
            Set<Integer> lines = new HashSet<>();
            for (int line = 1; line <= count; line++) {
                if (!session.debug().addressesOf(name, line).isEmpty()) {
                    lines.add(line);
                }
            }
            return lines;
        });
    }

    private Set<Integer> breakpointLines(String file) {
        Set<Integer> lines = new HashSet<>();
        for (long address : breakpoints) {
            int line = lineIn(file, session.source(address));
            if (line > 0) {
                lines.add(line);
            }
        }
        return lines;
    }
}
