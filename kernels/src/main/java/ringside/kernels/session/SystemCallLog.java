package ringside.kernels.session;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import ringside.cpu.trace.CpuEventKind;
import ringside.cpu.trace.Event;
import ringside.kernels.view.SystemCallsView;
import ringside.kernels.view.SystemCallsView.Call;

/** Pairs system calls with their answers, reading the events backwards from the cursor. */
final class SystemCallLog {
    private static final String CALL = "system-call";
    private static final String RETURN = "system-return";

    private final int most;
    private final Map<String, Event> answers = new HashMap<>();
    private final Deque<Call> calls = new ArrayDeque<>();
    private long leftOut;

    private SystemCallLog(int most) {
        this.most = most;
    }

    static SystemCallsView read(EventStream events, long before, int most) {
        SystemCallLog log = new SystemCallLog(most);
        events.readBack(before, CpuEventKind.PROBE.bit(), (index, event) -> log.accept(event));
        return new SystemCallsView(List.copyOf(log.calls), log.leftOut);
    }

    private boolean accept(Event event) {
        if (event.kind().equals(RETURN)) {
            answers.put(event.task(), event);
        } else if (event.kind().equals(CALL)) {
            if (calls.size() == most) {
                leftOut++;
                return true;
            }
            Event answer = answers.remove(event.task());
            calls.addFirst(new Call(
                    event.mark(),
                    event.task(),
                    String.valueOf(event.detail().get("class")),
                    words(event, "class"),
                    answer == null ? "" : result(answer),
                    answer == null ? -1 : answer.mark()));
        }
        return true;
    }

    private static String words(Event event, String without) {
        return event.detail().entrySet().stream()
                .filter(entry -> !entry.getKey().equals(without))
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining(", "));
    }

    private static String result(Event answer) {
        Object error = answer.detail().get("error");
        if (error != null) {
            return "failure " + error;
        }
        String values = answer.detail().entrySet().stream()
                .filter(entry -> !entry.getKey().equals("success"))
                .map(entry -> String.valueOf(entry.getValue()))
                .collect(Collectors.joining(", "));
        return values.isEmpty() ? "success" : "success " + values;
    }
}
