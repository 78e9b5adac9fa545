package ringside.kernels.session;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ringside.cpu.history.EventLog;
import ringside.cpu.image.StaticProbe;
import ringside.cpu.machine.Probes;
import ringside.cpu.trace.CpuEvent;
import ringside.cpu.trace.CpuEventKind;
import ringside.cpu.trace.Event;
import ringside.kernels.observe.KernelEvent;
import ringside.kernels.observe.KernelObserver;
import ringside.kernels.observe.MessageStep;
import ringside.kernels.observe.TaskNames;

/**
 * The events of a session as people know them: the log's records, with each probe replaced by what it means to the
 * kernel, and each event given to the task that ran.
 *
 * <p>An event keeps the index of its record in the {@link EventLog}; probes without a meaning have none. Nothing is
 * translated before it is read, and nothing read is kept.
 */
public final class EventStream implements TaskNames {
    private final EventLog log;
    private final Optional<KernelObserver> observer;
    private final List<StaticProbe> probes;
    private final List<String> consoles;
    private final Optional<KernelHistory> history;
    private long taskIndex = -1;
    private int taskThere = KernelObserver.KERNEL;

    EventStream(EventLog log, Optional<KernelObserver> observer, List<StaticProbe> probes, List<String> consoles) {
        this.log = log;
        this.observer = observer;
        this.probes = probes;
        this.consoles = consoles;
        history = observer.map(known -> new KernelHistory(log, known));
    }

    /** Takes an event with its index. */
    @FunctionalInterface
    public interface Reader {
        /** Returns false to end the reading. */
        boolean accept(long index, Event event);
    }

    /** The index after the last record. */
    public long size() {
        return log.size();
    }

    /** The records themselves. */
    public EventLog log() {
        return log;
    }

    /** The event with this index, if it has a meaning. */
    public Optional<Event> event(long index) {
        CpuEvent raw = log.event(index);
        if (raw instanceof CpuEvent.Probe probe) {
            return observer.isEmpty()
                    ? Optional.of(new KernelEvent(raw.mark(), raw.kind(), null, probeDetail(probe)))
                    : observer.get().event(probe, history().context(index));
        }
        int task = taskAt(index);
        String name = task < 0 ? null : nameAt(task, index);
        if (raw instanceof CpuEvent.Console console) {
            return Optional.of(new KernelEvent(raw.mark(), raw.kind(), name, consoleDetail(console)));
        }
        return Optional.of(name == null ? raw : new KernelEvent(raw.mark(), raw.kind(), name, raw.detail()));
    }

    /** Reads the events from an index (inclusive) to another (exclusive), in order. */
    public void read(long from, long to, Reader reader) {
        long end = Math.min(to, log.size());
        for (long i = Math.max(from, log.firstIndex()); i < end; i++) {
            Optional<Event> event = event(i);
            if (event.isPresent() && !reader.accept(i, event.get())) {
                return;
            }
        }
    }

    /** Reads the events below an index whose kind's bit is in the mask, latest first. */
    public void readBack(long before, int kindMask, Reader reader) {
        for (long i = log.previous(before, kindMask); i >= 0; i = log.previous(i, kindMask)) {
            Optional<Event> event = event(i);
            if (event.isPresent() && !reader.accept(i, event.get())) {
                return;
            }
        }
    }

    /** The slot of the task that ran when the event with this index happened, or {@link KernelObserver#KERNEL}. */
    public int taskAt(long index) {
        if (observer.isEmpty()) {
            return KernelObserver.KERNEL;
        }
        long stop = taskIndex <= index ? Math.max(taskIndex, -1) : -1;
        int found = stop >= 0 ? taskThere : KernelObserver.KERNEL;
        int probes = CpuEventKind.PROBE.bit();
        for (long i = log.previous(index + 1, probes); i > stop; i = log.previous(i, probes)) {
            int task = observer.get().taskAfter((CpuEvent.Probe) log.event(i));
            if (task != KernelObserver.UNCHANGED) {
                found = task;
                break;
            }
        }
        taskIndex = index;
        taskThere = found;
        return found;
    }

    /** The last name that the task in a slot got. */
    @Override
    public String nameOf(int task) {
        return nameAt(task, Long.MAX_VALUE);
    }

    private String nameAt(int task, long index) {
        return observer.isEmpty() ? "task " + task : history().task(task, index);
    }

    /**
     * What the kernel's probes have told up to now.
     *
     * @throws java.util.NoSuchElementException if the kernel's style is not known
     */
    KernelHistory history() {
        return history.orElseThrow().upToDate();
    }

    /** Whether the kernel's style is known. */
    boolean hasHistory() {
        return history.isPresent();
    }

    /** The moment in the life of a message that the record with this index is, if it is one. */
    Optional<MessageStep> messageStep(long index) {
        return observer.isPresent() && log.event(index) instanceof CpuEvent.Probe probe
                ? observer.get().message(probe, history().context(index))
                : Optional.empty();
    }

    /** Whose page tables a root is, when an event with that index happens: the last that got them before it. */
    public Optional<SpaceOwner> spaceOwner(long root, long index) {
        return observer.isEmpty()
                ? Optional.empty()
                : history().space(root, index).map(space -> spaceOwner(space, index));
    }

    private SpaceOwner spaceOwner(KernelObserver.SpaceBirth space, long index) {
        String owner = space.task() == KernelObserver.KERNEL ? "kernel" : nameAt(space.task(), index);
        return new SpaceOwner(space.task(), space.name().isEmpty() ? owner : space.name());
    }

    /** The owner of an address space: the slot of the task, or {@link KernelObserver#KERNEL}, and the name of the space. */
    public record SpaceOwner(int task, String name) {}

    /** Forgets what was derived from records that have been undone. Called after input in the past. */
    void truncated() {
        history.ifPresent(KernelHistory::clear);
        taskIndex = -1;
    }

    /** What is known of a probe whose kernel is not: its name and the values of its arguments. */
    private Map<String, Object> probeDetail(CpuEvent.Probe event) {
        StaticProbe probe = probes.get(event.probe());
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("probe", probe.title());
        for (int i = 0; i < Math.min(Probes.ARGUMENTS, probe.arguments().size()); i++) {
            detail.put("argument" + (i + 1), Long.toHexString(event.argument(i)));
        }
        return detail;
    }

    private Map<String, Object> consoleDetail(CpuEvent.Console console) {
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("port", consoles.get(console.port()));
        detail.put("byte", console.value());
        detail.put("text", new String(new byte[] {(byte) console.value()}, StandardCharsets.ISO_8859_1));
        return detail;
    }
}
