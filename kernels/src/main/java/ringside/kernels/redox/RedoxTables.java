package ringside.kernels.redox;

import java.util.ArrayList;
import java.util.List;
import ringside.cpu.image.MemoryReader;
import ringside.cpu.image.dwarf.Dwarf;
import ringside.kernels.observe.KernelViews;
import ringside.kernels.view.AddressSpacesView;
import ringside.kernels.view.FilesView;
import ringside.kernels.view.FrameOwners;
import ringside.kernels.view.InterruptsView;
import ringside.kernels.view.IpcView;
import ringside.kernels.view.MemoryMapView;
import ringside.kernels.view.SchedulerView;
import ringside.kernels.view.SchemesView;
import ringside.kernels.view.TasksView;

/** The kernel's tables at one instant. */
final class RedoxTables implements KernelViews {
    private final Dwarf dwarf;
    private final MemoryReader memory;

    RedoxTables(Dwarf dwarf, MemoryReader memory) {
        this.dwarf = dwarf;
        this.memory = memory;
    }

    /** The kernel as it is now. What has been read of it is kept only as long as one view needs it. */
    private RedoxKernel kernel() {
        return new RedoxKernel(dwarf, memory);
    }

    @Override
    public TasksView tasks() {
        return new RedoxTasks(kernel()).tasks();
    }

    @Override
    public SchedulerView scheduler() {
        return new RedoxTasks(kernel()).scheduler();
    }

    /** The address space of the context that runs. */
    @Override
    public MemoryMapView memoryMap() {
        RedoxContext current = kernel().current();
        List<MemoryMapView.Area> areas = new ArrayList<>();
        addressSpaces()
                .ofTask(current.pid())
                .ifPresent(space -> space.grants()
                        .forEach(grant -> areas.add(new MemoryMapView.Area(
                                grant.base(),
                                grant.end(),
                                current.name(),
                                current.pid(),
                                RedoxEnumerations.words(grant.provider()) + " " + grant.protection()))));
        return new MemoryMapView(areas, List.of());
    }

    @Override
    public boolean hasAddressSpaces() {
        return true;
    }

    @Override
    public AddressSpacesView addressSpaces() {
        return new RedoxSpaces(kernel()).read();
    }

    @Override
    public SchemesView schemes() {
        return new RedoxSchemes(kernel()).read();
    }

    @Override
    public FilesView files() {
        return new RedoxFiles(kernel()).read();
    }

    @Override
    public InterruptsView interrupts() {
        return new RedoxFiles(kernel()).interrupts();
    }

    @Override
    public List<IpcView.Wait> waits() {
        return new RedoxWaits(kernel()).all();
    }

    @Override
    public FrameOwners frameOwners() {
        return new RedoxFrames(kernel()).read();
    }
}
