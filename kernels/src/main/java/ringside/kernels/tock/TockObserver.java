package ringside.kernels.tock;

import java.util.Optional;
import ringside.cpu.image.MemoryReader;
import ringside.cpu.image.dwarf.Dwarf;
import ringside.cpu.trace.CpuEvent;
import ringside.cpu.trace.Event;
import ringside.kernels.observe.KernelObserver;
import ringside.kernels.observe.KernelViews;
import ringside.kernels.observe.MessageStep;
import ringside.kernels.observe.ObservedKernel;
import ringside.kernels.observe.ProbeContext;

/** Understands a kernel in the manner of Tock. */
public final class TockObserver implements KernelObserver {
    private final Dwarf dwarf;
    private final KernelBounds bounds;
    private final TockProbes probes;
    private final MemoryReader flash;

    private TockObserver(ObservedKernel kernel) {
        dwarf = kernel.dwarf();
        bounds = KernelBounds.of(kernel.symbols());
        probes = new TockProbes(kernel.probes());
        flash = kernel.memory();
    }

    /** An observer, if the kernel is of this style: one that switches to processes. */
    public static Optional<KernelObserver> of(ObservedKernel kernel) {
        return kernel.hasProbe(TockProbes.PROVIDER, TockProbes.CONTEXT_SWITCH)
                ? Optional.of(new TockObserver(kernel))
                : Optional.empty();
    }

    @Override
    public String style() {
        return "tock";
    }

    @Override
    public int taskAfter(CpuEvent.Probe probe) {
        return probes.taskAfter(probe);
    }

    @Override
    public Optional<Event> event(CpuEvent.Probe probe, ProbeContext context) {
        return Optional.ofNullable(probes.event(probe, context));
    }

    /** Processes of Tock do not send messages; this is for counting their system calls. */
    @Override
    public Optional<MessageStep> message(CpuEvent.Probe probe, ProbeContext context) {
        return probes.name(probe).equals("system_call")
                ? Optional.of(new MessageStep.Entered((int) probe.argument(0), 0))
                : Optional.empty();
    }

    @Override
    public Optional<TaskBirth> birth(CpuEvent.Probe probe) {
        if (!probes.name(probe).equals("tbf_accepted")) {
            return Optional.empty();
        }
        return TbfHeader.nameAt(probe.argument(0), flash).map(name -> new TaskBirth((int) probe.argument(2), name));
    }

    @Override
    public KernelViews views(MemoryReader memory) {
        return new TockTables(dwarf, bounds, memory);
    }
}
