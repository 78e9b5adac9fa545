package ringside.app.simulation;

import java.util.Map;
import java.util.stream.Collectors;
import ringside.cpu.armv7m.exception.ExceptionNumber;
import ringside.cpu.trace.Event;

/** Puts events into words: whole for the log, short for the timeline. */
final class EventWords {
    private EventWords() {}

    /** All details. */
    static String full(Event event) {
        Map<String, Object> detail = event.detail();
        String words = detail.entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining(", "));
        if (detail.get("number") instanceof Integer number && isException(event)) {
            return ExceptionNumber.name(number) + ", " + words;
        }
        return words.replace("\n", "\\n").replace("\r", "\\r");
    }

    /** What matters most, in a word or two. */
    static String brief(Event event) {
        Map<String, Object> detail = event.detail();
        return switch (event.kind()) {
            case "system-call" -> text(detail, "class") + " " + text(detail, "driver");
            case "context-switch" -> event.task() == null ? "" : "\u2192 " + text(detail, "to");
            case "upcall" -> "upcall " + text(detail, "stage");
            case "process-fault" -> "fault of " + event.task();
            case "exception-entry", "fault", "interrupt-pend" ->
                detail.get("number") instanceof Integer number ? ExceptionNumber.name(number) : "";
            default -> "";
        };
    }

    private static boolean isException(Event event) {
        return event.kind().startsWith("exception")
                || event.kind().equals("fault")
                || event.kind().equals("interrupt-pend");
    }

    private static String text(Map<String, Object> detail, String name) {
        Object value = detail.get(name);
        return value == null ? "" : value.toString();
    }
}
