package ringside.kernels.tock;

import java.util.List;
import java.util.Optional;
import ringside.cpu.image.MemoryReader;
import ringside.cpu.image.StaticProbe;
import ringside.cpu.image.Symbols;
import ringside.cpu.image.dwarf.Dwarf;
import ringside.cpu.trace.CpuEvent;
import ringside.cpu.trace.Event;
import ringside.kernels.observe.KernelObserver;
import ringside.kernels.observe.KernelViews;
import ringside.kernels.observe.TaskNames;

/** Understands a kernel in the manner of Tock. */
public final class TockObserver implements KernelObserver {
    private final Dwarf dwarf;
    private final KernelBounds bounds;
    private final TockProbes probes;
    private final MemoryReader flash;

    /**
     * An observer for one image.
     *
     * @param probes the image's probes; an event names one by its index here
     * @param flash reads the image's own bytes
     */
    public TockObserver(Dwarf dwarf, Symbols symbols, List<StaticProbe> probes, MemoryReader flash) {
        this.dwarf = dwarf;
        this.bounds = KernelBounds.of(symbols);
        this.probes = new TockProbes(probes);
        this.flash = flash;
    }

    /** Whether an image with these probes is a kernel of this style: one that switches to processes. */
    public static boolean understands(List<StaticProbe> probes) {
        return probes.stream().anyMatch(TockProbes::isContextSwitch);
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
    public Optional<Event> event(CpuEvent.Probe probe, TaskNames names) {
        return Optional.ofNullable(probes.event(probe, names));
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
