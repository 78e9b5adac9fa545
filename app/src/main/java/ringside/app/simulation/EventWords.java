package ringside.app.simulation;

import java.util.Map;
import java.util.stream.Collectors;
import ringside.cpu.armv7m.exception.ExceptionNumber;
import ringside.cpu.trace.CpuEvent;
import ringside.cpu.trace.Event;
import ringside.cpu.x86.interrupt.ExceptionExplanation;
import ringside.kernels.session.Session;
import ringside.pane.Words;

/** Puts events into words: whole for the log, short for the timeline. */
final class EventWords {
    private final boolean isCortexM;

    private EventWords(boolean isCortexM) {
        this.isCortexM = isCortexM;
    }

    /** Words for the events of this session's machine. */
    static EventWords of(Session session) {
        return new EventWords(CodeAddress.isCortexM(session));
    }

    /** All details. */
    String full(Event event) {
        Map<String, Object> detail = event.detail();
        String words = detail.entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining(", "));
        if (detail.get("number") instanceof Integer number && isException(event)) {
            String name = exceptionName(event, number);
            return name.isEmpty() ? words : name + ", " + words;
        }
        return words.replace("\n", "\\n").replace("\r", "\\r");
    }

    /** What matters most, in a word or two. */
    String brief(Event event) {
        Map<String, Object> detail = event.detail();
        return switch (event.kind()) {
            case "system-call" -> text(detail, "class") + " " + text(detail, "driver");
            case "context-switch" -> text(detail, "to").equals("kernel") ? "" : "\u2192 " + text(detail, "to");
            case "upcall" -> "upcall " + text(detail, "stage");
            case "process-fault" -> "fault of " + event.task();
            case "exception-entry", "fault", "interrupt-pend" ->
                detail.get("number") instanceof Integer number ? beforeColon(exceptionName(event, number)) : "";
            case "processor-mode" -> Words.of("timeline.toMode", Words.of("timeline.mode." + text(detail, "mode")));
            case "address-space-switch" -> "CR3 " + text(detail, "after");
            default -> "";
        };
    }

    /** The name of an exception, without the explanation that follows. */
    private static String beforeColon(String sentence) {
        int colon = sentence.indexOf(':');
        return colon < 0 ? sentence : sentence.substring(0, colon);
    }

    private String exceptionName(Event event, int number) {
        if (isCortexM) {
            return ExceptionNumber.name(number);
        }
        if (event instanceof CpuEvent.Fault fault) {
            return ExceptionExplanation.of(number, (int) fault.status(), fault.address())
                    .sentence();
        }
        return event instanceof CpuEvent.ExceptionEntry entry
                ? ExceptionExplanation.of(number, entry.errorCode(), entry.address())
                        .sentence()
                : "";
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
