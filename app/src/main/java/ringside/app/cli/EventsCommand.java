package ringside.app.cli;

import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import ringside.cpu.history.Arrival;
import ringside.cpu.history.Cancellation;
import ringside.cpu.history.Timeline;
import ringside.cpu.machine.RunBudget;
import ringside.cpu.trace.Event;
import ringside.kernels.session.EventFilter;
import ringside.kernels.session.Session;

/** Prints what happens while an image runs. */
@Command(name = "events", description = "Prints the stream of events, one a line.")
final class EventsCommand implements Callable<Integer> {
    private static final long SLICE = 1_000_000;

    /** One line of the JSON. */
    record Line(long mark, String kind, String task, Map<String, Object> detail) {
        static Line of(Event event) {
            return new Line(event.mark(), event.kind(), event.task(), event.detail());
        }
    }

    @Mixin
    private GuestArguments guest;

    @Mixin
    private CommonOptions common;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "100000000",
            description = "Instructions at most (default: ${DEFAULT-VALUE}).")
    private String limit;

    @Option(names = "--kind", paramLabel = "K", description = "Only this kind, or kind:word.")
    private String kind;

    @Option(names = "--console", description = "Show the guest's console on standard error.")
    private boolean console;

    @Override
    public Integer call() {
        long last = GuestArguments.count(limit, "--limit");
        EventFilter filter = kind == null ? null : EventFilter.parse(kind);
        Session session = guest.open();
        Timeline timeline = session.timeline();
        ConsoleText text = console ? new ConsoleText(timeline, common.err()) : null;
        long printed = 0;
        Arrival arrival;
        do {
            arrival = timeline.run(RunBudget.of(Math.min(SLICE, last - timeline.mark())), Cancellation.NEVER);
            session.events().read(printed, timeline.eventCount(), (index, event) -> print(event, filter));
            printed = timeline.eventCount();
            if (text != null) {
                text.showNew();
            }
        } while (arrival.cause() == Arrival.Cause.REACHED
                && timeline.mark() < last
                && !common.out().checkError());
        boolean died = arrival.stop() != null && HeadlessRun.of(arrival.stop()).guestDied();
        return died ? CommandLineProgram.FAILED : CommandLineProgram.DONE;
    }

    private boolean print(Event event, EventFilter filter) {
        if (filter == null || filter.accepts(event)) {
            if (common.wantsJson()) {
                common.printLine(Line.of(event));
            } else {
                String task = event.task() == null ? "-" : event.task();
                common.printf("%12d  %-18s %-12s %s%n", event.mark(), event.kind(), task, words(event.detail()));
            }
        }
        return true;
    }

    private static String words(Map<String, Object> detail) {
        StringBuilder text = new StringBuilder();
        detail.forEach((name, value) ->
                text.append(text.isEmpty() ? "" : "  ").append(name).append('=').append(value));
        return text.toString();
    }
}
