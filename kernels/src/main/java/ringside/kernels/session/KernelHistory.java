package ringside.kernels.session;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import ringside.cpu.history.EventLog;
import ringside.cpu.trace.CpuEvent;
import ringside.cpu.trace.CpuEventKind;
import ringside.kernels.observe.KernelObserver;
import ringside.kernels.observe.KernelObserver.ChannelBirth;
import ringside.kernels.observe.MessageStep;
import ringside.kernels.observe.ProbeContext;

/**
 * What the kernel's probes have told for good: names, ends of tasks, where messages were sent. Each record of the log is
 * looked at once, when something is first asked after it was made.
 */
final class KernelHistory {
    private static final int PROBES = CpuEventKind.PROBE.bit();

    private final EventLog log;
    private final KernelObserver observer;
    private final NameHistory<String> tasks = new NameHistory<>();
    private final NameHistory<ChannelBirth> channels = new NameHistory<>();
    private final NameHistory<KernelObserver.SpaceBirth> spaces = new NameHistory<>();
    private final Map<Integer, LongList> ends = new HashMap<>();
    private final Map<Integer, LongList> blocks = new HashMap<>();
    private final LongList sendings = new LongList();
    private final LongList entries = new LongList();
    private long readTo;

    KernelHistory(EventLog log, KernelObserver observer) {
        this.log = log;
        this.observer = observer;
    }

    /** Takes in what the log has got since. */
    KernelHistory upToDate() {
        if (readTo < log.size()) {
            for (long i = log.next(readTo, PROBES); i >= 0; i = log.next(i + 1, PROBES)) {
                take(i, (CpuEvent.Probe) log.event(i));
            }
            readTo = log.size();
        }
        return this;
    }

    private void take(long index, CpuEvent.Probe probe) {
        observer.birth(probe).ifPresent(birth -> tasks.put(birth.task(), index, birth.name()));
        observer.channelBirth(probe).ifPresent(birth -> channels.put(birth.channel(), index, birth));
        observer.spaceBirth(probe).ifPresent(birth -> spaces.put(birth.root(), index, birth));
        OptionalInt ended = observer.ended(probe);
        if (ended.isPresent()) {
            ends.computeIfAbsent(ended.getAsInt(), any -> new LongList()).add(index);
        }
        Optional<MessageStep> step = observer.message(probe, context(index));
        if (step.isPresent() && step.get() instanceof MessageStep.Blocked blocked) {
            blocks.computeIfAbsent(blocked.task(), any -> new LongList()).add(index);
        } else if (step.isPresent() && step.get() instanceof MessageStep.Sent) {
            sendings.add(index);
        } else if (step.isPresent() && step.get() instanceof MessageStep.Entered) {
            entries.add(index);
        }
    }

    /** The name of a task at an event. */
    String task(int task, long index) {
        return tasks.at(task, index).orElseGet(() -> "task " + task);
    }

    /** The name of a channel at an event. */
    String channel(long channel, long index) {
        return channels.at(channel, index).map(ChannelBirth::name).orElseGet(() -> "channel " + channel);
    }

    /** The tasks that have been named before an event. */
    Iterable<Long> tasksBefore(long index) {
        return tasks.numbersBefore(index);
    }

    /** Whose page tables a root was at an event: the last that got them before it. */
    Optional<KernelObserver.SpaceBirth> space(long root, long index) {
        return spaces.before(root, index);
    }

    /** The channels that have been named before an event, in the order of their numbers. */
    List<ChannelBirth> channelsBefore(long index) {
        List<ChannelBirth> found = new ArrayList<>();
        for (long channel : channels.numbersBefore(index)) {
            channels.at(channel, index).ifPresent(found::add);
        }
        found.sort(Comparator.comparingLong(ChannelBirth::channel));
        return found;
    }

    /** The mark at which a task got its first name. */
    long birthMark(int task) {
        long index = tasks.firstIndex(task);
        return index < log.firstIndex() ? 0 : log.mark(index);
    }

    /** The mark at which a task ended before an event, or -1. */
    long endMark(int task, long index) {
        LongList all = ends.get(task);
        long last = all == null ? -1 : all.lastBelow(index);
        return last < log.firstIndex() ? -1 : log.mark(last);
    }

    /** The mark at which a task began its last wait before an event, or -1. */
    long blockMark(int task, long index) {
        LongList all = blocks.get(task);
        long last = all == null ? -1 : all.lastBelow(index);
        return last < log.firstIndex() ? -1 : log.mark(last);
    }

    /** The indices of all messages sent. */
    LongList sendings() {
        return sendings;
    }

    /** The indices of all system calls. */
    LongList entries() {
        return entries;
    }

    /** What is known around the probe with an index. */
    ProbeContext context(long index) {
        return new ProbeContext() {
            @Override
            public String nameOf(int task) {
                return task(task, index);
            }

            @Override
            public String channel(long channel) {
                return KernelHistory.this.channel(channel, index);
            }

            @Override
            public OptionalInt ownerOf(long root) {
                return space(root, index)
                        .map(birth -> OptionalInt.of(birth.task()))
                        .orElseGet(OptionalInt::empty);
            }

            @Override
            public Optional<CpuEvent.Probe> before() {
                long before = log.previous(index, PROBES);
                return before < 0 ? Optional.empty() : Optional.of((CpuEvent.Probe) log.event(before));
            }
        };
    }

    /** Forgets everything: records have been undone. */
    void clear() {
        tasks.clear();
        channels.clear();
        spaces.clear();
        ends.clear();
        blocks.clear();
        sendings.clear();
        entries.clear();
        readTo = 0;
    }
}
