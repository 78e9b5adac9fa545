package ringside.app.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import ringside.cpu.history.EventLog;
import ringside.cpu.trace.CpuEventKind;
import ringside.cpu.trace.Event;
import ringside.kernels.session.EventStream;
import ringside.kernels.session.Session;
import ringside.pane.ViewRequest;
import ringside.pane.events.EventsView;

/**
 * Reads a page of the event log.
 *
 * <p>Without a filter a row's place is its record's index; with one, places are counted over the records that can hold
 * such events, so that paging stays cheap in long runs.
 */
final class EventsReader {
    private static final int FUTURE_ROWS = 60;
    private static final int MOST_LOOKED_AT = 60_000;

    private final Session session;
    private final EventWords words;

    EventsReader(Session session) {
        this.session = session;
        words = EventWords.of(session);
    }

    EventsView read(ViewRequest request) {
        EventStream events = session.events();
        EventLog log = events.log();
        long cursor = session.timeline().eventCount();
        int count = (int) request.length();
        List<EventsView.Row> rows = new ArrayList<>();
        long first = request.address();
        if (first < 0) {
            first = back(cursor, count - FUTURE_ROWS, request.name());
        }
        first = Math.max(first, log.firstIndex());
        int past = 0;
        long looked = 0;
        for (long i = first; i < log.size() && rows.size() < count && looked < MOST_LOOKED_AT; i++) {
            looked++;
            Event event = events.event(i).orElse(null);
            if (event != null && accepts(event, request.name())) {
                rows.add(row(event));
                past += i < cursor ? 1 : 0;
            }
        }
        return new EventsView(rows, first, log.size(), past, log.completeFrom());
    }

    private EventsView.Row row(Event event) {
        String task = event.task() == null ? "" : event.task();
        return new EventsView.Row(event.mark(), event.kind(), task, words.full(event));
    }

    private long back(long cursor, int count, String kind) {
        EventStream events = session.events();
        long[] found = {cursor};
        int[] seen = {0};
        int[] looked = {0};
        events.readBack(cursor, mask(kind), (index, event) -> {
            looked[0]++;
            if (accepts(event, kind)) {
                found[0] = index;
                seen[0]++;
            }
            return seen[0] < count && looked[0] < MOST_LOOKED_AT;
        });
        return found[0];
    }

    private static int mask(String kind) {
        for (CpuEventKind cpuKind : CpuEventKind.values()) {
            if (cpuKind.label().equals(kind)) {
                return cpuKind.bit();
            }
        }
        return kind.isEmpty() ? -1 : CpuEventKind.PROBE.bit();
    }

    private static boolean accepts(Event event, String kind) {
        return kind.isEmpty() || event.kind().toLowerCase(Locale.ROOT).equals(kind);
    }
}
