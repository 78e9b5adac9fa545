package ringside.kernels.session;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import ringside.cpu.history.EventLog;
import ringside.kernels.observe.MessageStep;
import ringside.kernels.view.FrameOwner;
import ringside.kernels.view.IpcView;
import ringside.kernels.view.IpcView.Lifeline;
import ringside.kernels.view.IpcView.Message;
import ringside.kernels.view.IpcView.Wait;

/** Puts the view of messages together: what the events tell of the past, and the kernel's own tables of who waits now. */
final class IpcReader {
    /** So many events behind the last message are read for its answer. */
    private static final int AFTERWARDS = 4_000;

    private final EventStream events;
    private final EventLog log;
    private final KernelHistory history;
    private final long end;

    private IpcReader(EventStream events, long end) {
        this.events = events;
        log = events.log();
        history = events.history();
        this.end = end;
    }

    /**
     * Reads the view.
     *
     * @param end the index of the cursor's next event
     * @param before only messages sent before the event with this index are listed
     * @param most how many are listed at most
     * @param waits who waits now
     */
    static IpcView read(EventStream events, long end, long before, int most, List<Wait> waits) {
        return new IpcReader(events, end).view(before, most, waits);
    }

    /** Reads the messages around an event, with what came later; see {@link Session#ipcAhead}. */
    static IpcView readAhead(EventStream events, long cursor, int past, int ahead) {
        LongList sendings = events.history().sendings();
        int sent = sendings.countBelow(cursor);
        int last = Math.min(sendings.size(), sent + ahead);
        long before = last < sendings.size() ? sendings.get(last) : events.log().size();
        long end = Math.min(events.log().size(), before + AFTERWARDS);
        return read(events, end, before, past + last - sent, List.of());
    }

    private IpcView view(long before, int most, List<Wait> waits) {
        List<Message> messages = MessageLog.read(events, end, before, most);
        long all = history.sendings().countBelow(Math.min(before, end));
        return new IpcView(
                lifelines(messages), messages, waits(messages, waits), all - messages.size(), log.completeFrom());
    }

    private List<Lifeline> lifelines(List<Message> messages) {
        Map<Integer, String> roles = new LinkedHashMap<>();
        TreeSet<Integer> shown = new TreeSet<>();
        for (long task : history.tasksBefore(end)) {
            if (history.endMark((int) task, end) < 0) {
                shown.add((int) task);
            }
        }
        for (Message message : messages) {
            shown.add(message.client());
            shown.add(message.server());
        }
        history.channelsBefore(end)
                .forEach(channel -> roles.merge(
                        channel.server(), channel.name(), (one, other) -> one.equals(other) ? one : one + " " + other));
        shown.remove(FrameOwner.NO_TASK);
        List<Lifeline> lifelines = new ArrayList<>();
        lifelines.add(new Lifeline(FrameOwner.NO_TASK, "kernel", "", 0, IpcView.NEVER));
        for (int task : shown) {
            lifelines.add(new Lifeline(
                    task,
                    history.task(task, end),
                    roles.getOrDefault(task, ""),
                    history.birthMark(task),
                    history.endMark(task, end)));
        }
        return lifelines;
    }

    private List<Wait> waits(List<Message> messages, List<Wait> waits) {
        List<Wait> complete = new ArrayList<>();
        for (Wait wait : waits) {
            complete.add(new Wait(
                    wait.task(),
                    wait.name(),
                    wait.reason(),
                    wait.on(),
                    wait.onTask(),
                    awaited(messages, wait),
                    history.blockMark(wait.task(), end)));
        }
        return complete;
    }

    /** The message whose answer a task waits for: its last one that is not over. */
    private long awaited(List<Message> messages, Wait wait) {
        for (int i = messages.size() - 1; i >= 0; i--) {
            Message message = messages.get(i);
            boolean isOpen = message.done() < 0 && message.kind() == IpcView.Kind.CALL;
            if (message.client() == wait.task() && isOpen) {
                return message.index();
            }
        }
        return wait.onTask() < 0 ? -1 : lastCall(wait.task());
    }

    private long lastCall(int client) {
        LongList sendings = history.sendings();
        for (int i = sendings.countBelow(end) - 1; i >= 0 && sendings.get(i) >= log.firstIndex(); i--) {
            Optional<MessageStep> step = events.messageStep(sendings.get(i));
            if (step.isPresent()
                    && step.get() instanceof MessageStep.Sent sent
                    && sent.client() == client
                    && sent.kind() == IpcView.Kind.CALL) {
                return sendings.get(i);
            }
        }
        return -1;
    }
}
