package ringside.kernels.redox;

import java.util.Optional;
import java.util.OptionalInt;
import ringside.cpu.image.MemoryReader;
import ringside.cpu.image.dwarf.Dwarf;
import ringside.cpu.trace.CpuEvent;
import ringside.cpu.trace.Event;
import ringside.kernels.observe.KernelEvent;
import ringside.kernels.observe.KernelObserver;
import ringside.kernels.observe.KernelViews;
import ringside.kernels.observe.MessageStep;
import ringside.kernels.observe.ObservedKernel;
import ringside.kernels.observe.ProbeContext;
import ringside.kernels.observe.ProbeText;

/**
 * Understands a kernel in the manner of Redox. Tasks are known by their pids, which are never used twice; pid 0 is the
 * kernel's own context, which runs when nobody else can.
 */
public final class RedoxObserver implements KernelObserver {
    private final Dwarf dwarf;
    private final RedoxProbes probes;
    private final RedoxMessages messages;

    private RedoxObserver(ObservedKernel kernel) {
        dwarf = kernel.dwarf();
        probes = new RedoxProbes(kernel.probes(), new RedoxEnumerations(dwarf));
        messages = new RedoxMessages(probes);
    }

    /** An observer, if the kernel is of this style: one that switches contexts. */
    public static Optional<KernelObserver> of(ObservedKernel kernel) {
        return kernel.hasProbe(RedoxProbes.PROVIDER, RedoxProbes.CONTEXT_SWITCH)
                ? Optional.of(new RedoxObserver(kernel))
                : Optional.empty();
    }

    @Override
    public String style() {
        return "redox";
    }

    @Override
    public int taskAfter(CpuEvent.Probe probe) {
        if (!probes.name(probe).equals(RedoxProbes.CONTEXT_SWITCH)) {
            return UNCHANGED;
        }
        int pid = (int) probe.argument(1);
        return pid == RedoxKernel.IDLE ? KERNEL : pid;
    }

    @Override
    public Optional<Event> event(CpuEvent.Probe probe, ProbeContext context) {
        KernelEvent event = probes.event(probe, context);
        return Optional.ofNullable(event == null ? messages.event(probe, context) : event);
    }

    @Override
    public Optional<MessageStep> message(CpuEvent.Probe probe, ProbeContext context) {
        return Optional.ofNullable(messages.step(probe, context));
    }

    @Override
    public Optional<TaskBirth> birth(CpuEvent.Probe probe) {
        return probes.name(probe).equals("context_name")
                ? Optional.of(new TaskBirth((int) probe.argument(0), ProbeText.of(probe, 1)))
                : Optional.empty();
    }

    @Override
    public Optional<SpaceBirth> spaceBirth(CpuEvent.Probe probe) {
        return probes.name(probe).equals("context_new")
                ? Optional.of(new SpaceBirth(probe.argument(2), (int) probe.argument(0), ""))
                : Optional.empty();
    }

    @Override
    public Optional<ChannelBirth> channelBirth(CpuEvent.Probe probe) {
        return probes.name(probe).equals("scheme_register")
                ? Optional.of(new ChannelBirth(probe.argument(0), ProbeText.of(probe, 2), (int) probe.argument(1)))
                : Optional.empty();
    }

    @Override
    public OptionalInt ended(CpuEvent.Probe probe) {
        return probes.name(probe).equals("context_dead")
                ? OptionalInt.of((int) probe.argument(0))
                : OptionalInt.empty();
    }

    @Override
    public KernelViews views(MemoryReader memory) {
        return new RedoxTables(dwarf, memory);
    }
}
