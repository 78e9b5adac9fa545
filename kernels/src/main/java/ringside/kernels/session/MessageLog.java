package ringside.kernels.session;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ringside.cpu.history.EventLog;
import ringside.cpu.trace.CpuEvent;
import ringside.cpu.trace.CpuEventKind;
import ringside.kernels.observe.MessageStep;
import ringside.kernels.session.MessageDraft.Counters;
import ringside.kernels.session.MessageDraft.Prelude;
import ringside.kernels.view.IpcView;
import ringside.kernels.view.IpcView.Message;

/**
 * Puts messages together out of the events, from the first one that is wanted up to an event.
 *
 * <p>The answer is the same however one came to that event: nothing is kept from one reading to the next.
 */
final class MessageLog {
    private static final int KINDS = CpuEventKind.PROBE.bit()
            | CpuEventKind.PROCESSOR_MODE.bit()
            | CpuEventKind.MODE_CHANGE.bit()
            | CpuEventKind.ADDRESS_SPACE_SWITCH.bit();

    /** What a message is known by while it is under way. */
    private record Key(long channel, long tag) {
        static Key of(MessageStep step) {
            return new Key(step.channel(), step.tag());
        }
    }

    private final EventStream events;
    private final EventLog log;
    private final KernelHistory history;
    private final List<MessageDraft> messages = new ArrayList<>();
    private final Map<Key, MessageDraft> open = new LinkedHashMap<>();
    private final Map<Long, Deque<MessageDraft>> unread = new HashMap<>();
    private final Map<Key, Prelude> preludes = new HashMap<>();
    private final Map<Integer, Long> entered = new HashMap<>();
    private long modeSwitches;
    private long addressSpaceSwitches;
    private long contextSwitches;

    private MessageLog(EventStream events) {
        this.events = events;
        log = events.log();
        history = events.history();
    }

    /**
     * Reads messages.
     *
     * @param end the index of the event at which to stop
     * @param before only messages sent before the event with this index are listed
     * @param most how many are listed at most, the latest ones
     */
    static List<Message> read(EventStream events, long end, long before, int most) {
        MessageLog reading = new MessageLog(events);
        LongList sendings = reading.history.sendings();
        int listed = sendings.countBelow(Math.min(before, end));
        int first = Math.max(0, listed - most);
        if (first == listed) {
            return List.of();
        }
        // What was lent for a message comes before the message itself.
        long from = first == 0 ? 0 : sendings.get(first - 1) + 1;
        reading.readFrom(from, end, Math.min(before, end));
        return reading.finish(end);
    }

    private void readFrom(long from, long end, long before) {
        for (long i = log.next(from, KINDS); i >= 0 && i < end; i = log.next(i + 1, KINDS)) {
            switch (log.kind(i)) {
                case PROBE -> {
                    Optional<MessageStep> step = events.messageStep(i);
                    if (step.isPresent()) {
                        take(i, step.get(), i < before);
                    }
                }
                case ADDRESS_SPACE_SWITCH -> addressSpaceSwitches += log.argument(i, 0) == log.argument(i, 1) ? 0 : 1;
                default -> modeSwitches += isRingChange(i) ? 1 : 0;
            }
        }
    }

    private boolean isRingChange(long index) {
        CpuEvent event = log.event(index);
        return !(event instanceof CpuEvent.ProcessorMode mode) || mode.ringBefore() != mode.ringAfter();
    }

    private Counters now() {
        return new Counters(modeSwitches, addressSpaceSwitches, contextSwitches);
    }

    private void take(long index, MessageStep step, boolean listed) {
        long mark = log.mark(index);
        Key key = Key.of(step);
        if (step instanceof MessageStep.Sent sent) {
            if (listed) {
                send(index, sent, key);
            } else {
                open.remove(key);
            }
        } else if (step instanceof MessageStep.Received received) {
            MessageDraft draft =
                    unread.getOrDefault(key.channel, new ArrayDeque<>()).peek();
            if (draft != null && draft.sent().tag() == key.tag) {
                unread.get(key.channel).remove();
                draft.receive(mark, received.server(), now());
            }
        } else if (step instanceof MessageStep.Entered call) {
            entered.put(call.task(), call.address());
        } else if (step instanceof MessageStep.Lent lent) {
            preludes.computeIfAbsent(key, any -> new Prelude()).lend(lent.loan());
        } else if (step instanceof MessageStep.Closed) {
            lose(key.channel);
        } else if (step instanceof MessageStep.Switched) {
            contextSwitches++;
        } else {
            change(key, mark, step);
        }
    }

    private void send(long index, MessageStep.Sent sent, Key key) {
        boolean isCall = sent.kind() == IpcView.Kind.CALL;
        Prelude prelude = isCall ? preludes.remove(key) : null;
        MessageDraft draft = new MessageDraft(
                index,
                sent,
                history.channel(sent.channel(), index),
                log.mark(index),
                now(),
                prelude == null ? new Prelude() : prelude);
        draft.cameFrom(entered.getOrDefault(sent.client(), 0L));
        messages.add(draft);
        if (isCall) {
            open.put(key, draft);
        }
        if (sent.kind() != IpcView.Kind.EVENT) {
            unread.computeIfAbsent(key.channel, any -> new ArrayDeque<>()).add(draft);
        }
    }

    /** Nobody will answer what is under way to a channel, or read what is unread. */
    private void lose(long channel) {
        open.values().stream()
                .filter(draft -> draft.sent().channel() == channel)
                .forEach(MessageDraft::lose);
        Deque<MessageDraft> never = unread.remove(channel);
        if (never != null) {
            never.forEach(MessageDraft::lose);
        }
    }

    private void change(Key key, long mark, MessageStep step) {
        MessageDraft draft = open.get(key);
        if (step instanceof MessageStep.Copied copied) {
            if (draft == null) {
                preludes.computeIfAbsent(key, any -> new Prelude()).copy(copied.bytes());
            } else {
                draft.copy(copied.bytes());
            }
        } else if (draft != null) {
            if (step instanceof MessageStep.Replied replied) {
                draft.reply(mark, replied, now());
            } else if (step instanceof MessageStep.Done done) {
                draft.done(mark, done.result(), now());
            } else if (step instanceof MessageStep.Canceled) {
                draft.cancel();
            } else if (step instanceof MessageStep.Abandoned) {
                draft.abandon();
            }
            if (draft.isOver()) {
                open.remove(key);
            }
        }
    }

    private List<Message> finish(long end) {
        List<Message> finished = new ArrayList<>();
        for (MessageDraft draft : messages) {
            if (draft.callAddress() == 0) {
                draft.cameFrom(lastEntry(draft.sent().client(), draft.index()));
            }
            finished.add(draft.finish(now(), task -> nameOf(task, end)));
        }
        return finished;
    }

    private String nameOf(int task, long index) {
        return task < 0 ? "kernel" : history.task(task, index);
    }

    /** Where a task last entered the kernel before an event that is near the beginning of what was read. */
    private long lastEntry(int task, long index) {
        int probes = CpuEventKind.PROBE.bit();
        int left = 2_000;
        for (long i = log.previous(index, probes); i >= 0 && left > 0; i = log.previous(i, probes), left--) {
            Optional<MessageStep> step = events.messageStep(i);
            if (step.isPresent() && step.get() instanceof MessageStep.Entered call && call.task() == task) {
                return call.address();
            }
        }
        return 0;
    }
}
