package ringside.app.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import ringside.cpu.image.SymbolPlace;
import ringside.cpu.view.DisassemblyView.Line;
import ringside.kernels.session.Session;
import ringside.pane.SymbolText;
import ringside.pane.disassembly.CodeView;

/** Reads instructions with their names: from the start of the function on, so that decoding is in step. */
final class CodeReader {
    private static final int ROWS_BEFORE = 80;
    private static final int LONGEST_FUNCTION = 1 << 14;

    private final Session session;
    private final Set<Long> breakpoints;
    private List<Line> lines = List.of();
    private long linesStart = -1;
    private int linesCount;

    CodeReader(Session session, Set<Long> breakpoints) {
        this.session = session;
        this.breakpoints = breakpoints;
    }

    CodeView read(long address, int count, long lastExecuted) {
        long pc = session.programCounter();
        long focus = address == -1 ? pc : CodeAddress.of(session, address);
        List<Line> around = around(focus, count);
        List<CodeView.Row> rows = new ArrayList<>();
        boolean first = true;
        for (Line line : around) {
            Optional<SymbolPlace> place = session.debug().symbolAt(line.address());
            if (place.isPresent() && (first || place.get().offset() == 0)) {
                rows.add(new CodeView.Name(line.address(), place.get().toString()));
            }
            first = false;
            rows.add(new CodeView.Instruction(line, targetName(line), breakpoints.contains(line.address())));
        }
        return new CodeView(rows, pc, lastExecuted, instructionSet());
    }

    private String instructionSet() {
        return CodeAddress.isCortexM(session)
                ? "Thumb-2"
                : session.timeline().machine().kind();
    }

    private String targetName(Line line) {
        if (line.target() < 0) {
            return "";
        }
        return session.debug()
                .symbolAt(CodeAddress.of(session, line.target()))
                .map(place -> SymbolText.brief(place.toString()))
                .orElse("");
    }

    private List<Line> around(long focus, int count) {
        long start = startOfFunction(focus);
        int needed = (int) ((focus - start) / 2) + count;
        if (start != linesStart || needed > linesCount) {
            lines = session.disassembly(start, needed).lines();
            linesStart = start;
            linesCount = needed;
        }
        int at = indexOf(focus);
        if (at < 0) {
            return session.disassembly(focus, count).lines();
        }
        int from = Math.max(0, at - ROWS_BEFORE);
        return lines.subList(from, Math.min(lines.size(), from + count));
    }

    private long startOfFunction(long focus) {
        return session.debug()
                .symbolAt(focus)
                .filter(place -> place.offset() < LONGEST_FUNCTION)
                .map(place -> focus - place.offset())
                .orElse(focus);
    }

    private int indexOf(long address) {
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).address() == address) {
                return i;
            }
        }
        return -1;
    }
}
