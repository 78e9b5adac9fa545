package ringside.pane.events;

import java.util.List;

/**
 * A page of the event log around an instant.
 *
 * @param rows the events, in order
 * @param first the index of the first row among all events of these kinds
 * @param total how many events of these kinds are known
 * @param past how many of the rows happened before or at the instant
 * @param completeFrom the instant from which on no event is missing
 */
public record EventsView(List<Row> rows, long first, long total, int past, long completeFrom) {

    /**
     * One event.
     *
     * @param mark instructions retired when it happened
     * @param kind the name of its kind
     * @param task the name of the task it concerns, or an empty text
     * @param text its details in words
     */
    public record Row(long mark, String kind, String task, String text) {}

    /** Copies the list. */
    public EventsView {
        rows = List.copyOf(rows);
    }
}
