package ringside.kernels.session;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import ringside.cpu.trace.CpuEventKind;
import ringside.cpu.trace.Event;
import ringside.kernels.view.SystemCallsView;
import ringside.kernels.view.SystemCallsView.Call;

/** Pairs system calls with their answers, reading the events backwards from the cursor. */
final class SystemCallLog {
    private static final String CALL = "system-call";
    private static final String RETURN = "system-return";
    /** Tells the path that the call before it is about, which the kernel reads after the call was made. */
    private static final String PATH = "path";

    private static final String PID = "pid";
    private static final Set<String> NAMES = Set.of("call", "class", PID);

    private final int most;
    private final Map<Object, Event> answers = new HashMap<>();
    private final Map<Object, String> paths = new HashMap<>();
    private final Deque<Call> calls = new ArrayDeque<>();

    private SystemCallLog(int most) {
        this.most = most;
    }

    static SystemCallsView read(EventStream events, long before, int most) {
        SystemCallLog log = new SystemCallLog(most);
        events.readBack(before, CpuEventKind.PROBE.bit(), (index, event) -> log.accept(event));
        long all = events.hasHistory() ? events.history().entries().countBelow(before) : 0;
        return new SystemCallsView(List.copyOf(log.calls), Math.max(0, all - log.calls.size()));
    }

    private boolean accept(Event event) {
        Object who = who(event);
        if (event.kind().equals(RETURN)) {
            answers.put(who, event);
            paths.remove(who);
        } else if (event.kind().equals(PATH)) {
            paths.put(who, String.valueOf(event.detail().get(PATH)));
        } else if (event.kind().equals(CALL)) {
            Event answer = answers.remove(who);
            calls.addFirst(new Call(
                    event.mark(),
                    event.task(),
                    name(event),
                    words(event, paths.remove(who)),
                    answer == null ? "" : result(answer),
                    answer == null ? -1 : answer.mark()));
        }
        return calls.size() < most;
    }

    /** Who called: the number of the task where the kernel tells it, since names need not be unique. */
    private static Object who(Event event) {
        Object pid = event.detail().get(PID);
        return pid == null ? String.valueOf(event.task()) : pid;
    }

    /** The name of a call: kernels of the PC have one for each, Tock has classes. */
    private static String name(Event event) {
        return String.valueOf(event.detail().getOrDefault("call", event.detail().get("class")));
    }

    private static String words(Event event, String path) {
        String arguments = event.detail().entrySet().stream()
                .filter(entry -> !NAMES.contains(entry.getKey()))
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining(", "));
        return path == null ? arguments : path + ", " + arguments;
    }

    private static String result(Event answer) {
        Object error = answer.detail().get("error");
        if (error != null) {
            return "failure " + error;
        }
        String values = answer.detail().entrySet().stream()
                .filter(entry -> !entry.getKey().equals("success") && !NAMES.contains(entry.getKey()))
                .map(entry -> String.valueOf(entry.getValue()))
                .collect(Collectors.joining(", "));
        return values.isEmpty() ? "success" : "success " + values;
    }
}
