package ringside.kernels.session;

import java.util.Locale;
import ringside.cpu.BadInputException;
import ringside.cpu.history.EventTest;
import ringside.cpu.trace.CpuEventKind;
import ringside.cpu.trace.Event;

/**
 * Which events are wanted: a kind, and optionally a word of the detail or the task.
 *
 * @param kind the kind's name, such as {@code system-call}
 * @param word a word that must occur as a value of the detail or as the task's name, or an empty text
 */
public record EventFilter(String kind, String word) {

    /**
     * Reads a filter as the command line writes it: {@code system-call} or {@code system-call:command}.
     *
     * @throws BadInputException if there is no such kind
     */
    public static EventFilter parse(String text) {
        int colon = text.indexOf(':');
        EventFilter filter = colon < 0
                ? new EventFilter(text, "")
                : new EventFilter(text.substring(0, colon), text.substring(colon + 1));
        if (!EventKinds.all().contains(filter.kind)) {
            throw new BadInputException("there is no event of the kind \"" + filter.kind + "\"; the kinds are "
                    + String.join(", ", EventKinds.all()));
        }
        return filter;
    }

    /** Whether the event is wanted. */
    public boolean accepts(Event event) {
        if (!event.kind().equals(kind)) {
            return false;
        }
        if (word.isEmpty() || word.equals(event.task())) {
            return true;
        }
        String wanted = word.toLowerCase(Locale.ROOT);
        return event.detail().values().stream()
                .anyMatch(
                        value -> String.valueOf(value).toLowerCase(Locale.ROOT).equals(wanted));
    }

    /** The records among which such events are. */
    public int kindMask() {
        for (CpuEventKind cpuKind : CpuEventKind.values()) {
            if (cpuKind.label().equals(kind)) {
                return cpuKind.bit() | (EventKinds.kernelKinds().containsKey(kind) ? CpuEventKind.PROBE.bit() : 0);
            }
        }
        return CpuEventKind.PROBE.bit();
    }

    /** The filter as a test on the records of the stream's log. */
    public EventTest test(EventStream stream) {
        return (log, index) -> stream.event(index).filter(this::accepts).isPresent();
    }

    @Override
    public String toString() {
        return word.isEmpty() ? kind : kind + ":" + word;
    }
}
