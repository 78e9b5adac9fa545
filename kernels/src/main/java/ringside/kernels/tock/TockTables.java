package ringside.kernels.tock;

import static ringside.kernels.observe.Structure.number;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import ringside.cpu.image.MemoryReader;
import ringside.cpu.image.UnreadableException;
import ringside.cpu.image.dwarf.Dwarf;
import ringside.cpu.image.dwarf.TypedValue;
import ringside.kernels.observe.KernelViews;
import ringside.kernels.observe.Structure;
import ringside.kernels.view.GrantsView;
import ringside.kernels.view.GrantsView.Grant;
import ringside.kernels.view.MemoryMapView;
import ringside.kernels.view.MemoryMapView.Area;
import ringside.kernels.view.MemoryMapView.RegionOwner;
import ringside.kernels.view.SchedulerView;
import ringside.kernels.view.TasksView;
import ringside.kernels.view.UpcallsView;
import ringside.kernels.view.UpcallsView.Pending;
import ringside.kernels.view.UpcallsView.Subscription;

/**
 * The kernel's tables at one instant: the statics {@code KERNEL} and {@code SCHEDULER} and what they lead to, read by the
 * names that the image's debugging information gives. No offset is written down here.
 */
final class TockTables implements KernelViews {
    private static final String KERNEL = "KERNEL";
    private static final String SCHEDULER = "SCHEDULER";
    private static final String GRANT_HEADER = "kernel::grant::GrantHeader";
    private static final String[] REGION_PURPOSES = {"RAM, lower half", "RAM, upper half", "flash"};
    private static final long NOBODY = 0xFFFF_FFFFL;

    private final Dwarf dwarf;
    private final KernelBounds bounds;
    private final MemoryReader memory;

    TockTables(Dwarf dwarf, KernelBounds bounds, MemoryReader memory) {
        this.dwarf = dwarf;
        this.bounds = bounds;
        this.memory = memory;
    }

    @Override
    public TasksView tasks() {
        long current = number(kernel(), "current");
        List<TasksView.Task> tasks = new ArrayList<>();
        for (TypedValue process : processes()) {
            tasks.add(TockProcess.of(process, current));
        }
        return new TasksView(tasks);
    }

    @Override
    public SchedulerView scheduler() {
        TypedValue scheduler = global(SCHEDULER);
        boolean sliced = scheduler.hasField("timeslice");
        TypedValue queue = sliced ? scheduler : scheduler.unwrapped();
        long timeslice = number(queue, "timeslice");
        boolean resumed = number(queue, "is_resumed") != 0;
        long remaining = number(queue, "remaining");
        long length = number(queue, "length");
        if (length == 0) {
            throw new UnreadableException("the kernel has not given its scheduler any task yet");
        }
        List<TypedValue> processes = processes();
        List<SchedulerView.Entry> entries = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            int task = (int) queue.field("order").element(i).unwrapped().asLong();
            TypedValue process = task >= 0 && task < processes.size() ? processes.get(task) : null;
            entries.add(new SchedulerView.Entry(
                    task,
                    process == null ? "task " + task : TockProcess.name(process),
                    process != null && TockProcess.isReady(process),
                    i == 0 && resumed ? remaining : 0,
                    0,
                    process == null ? "" : TockProcess.stateWord(process),
                    process == null ? "" : TockProcess.reason(process)));
        }
        long current = number(kernel(), "current");
        boolean idle = current == NOBODY && entries.stream().noneMatch(SchedulerView.Entry::ready);
        return new SchedulerView(
                timeslice == 0 ? "cooperative" : "round robin",
                timeslice,
                0,
                current == NOBODY ? -1 : (int) current,
                idle,
                entries);
    }

    @Override
    public MemoryMapView memoryMap() {
        List<Area> areas = new ArrayList<>(bounds.areas());
        List<RegionOwner> regions = new ArrayList<>();
        long inMpu = number(kernel(), "in_mpu");
        for (TypedValue process : processes()) {
            areas.addAll(TockProcess.areas(process));
            if (number(process, "index") == inMpu) {
                regions.addAll(regionsOf(process));
            }
        }
        areas.sort(Comparator.comparingLong(Area::start));
        return new MemoryMapView(areas, regions);
    }

    private static List<RegionOwner> regionsOf(TypedValue process) {
        List<RegionOwner> owners = new ArrayList<>();
        List<TypedValue> regions = process.at("protection.regions").unwrapped().elements(16);
        for (int i = 0; i < regions.size(); i++) {
            if ((number(regions.get(i).unwrapped(), "attributes") & 1) != 0) {
                String purpose = i < REGION_PURPOSES.length ? REGION_PURPOSES[i] : "granted by the kernel";
                owners.add(new RegionOwner(i, TockProcess.name(process), (int) number(process, "index"), purpose));
            }
        }
        return owners;
    }

    @Override
    public UpcallsView upcalls() {
        List<Pending> pending = new ArrayList<>();
        List<Subscription> subscriptions = new ArrayList<>();
        for (TypedValue process : processes()) {
            pending.addAll(TockProcess.pending(process));
            for (TypedValue slot : process.field("grants").elements(16)) {
                subscriptions.addAll(subscriptions(process, slot.unwrapped()));
            }
        }
        return new UpcallsView(pending, subscriptions);
    }

    private List<Subscription> subscriptions(TypedValue process, TypedValue slot) {
        long address = number(slot, "address");
        List<Subscription> found = new ArrayList<>();
        if (address == 0) {
            return found;
        }
        TypedValue header = grantHeader(address);
        long count = number(header, "upcalls");
        long entries = address + header.type().sizeInBytes();
        for (int i = 0; i < count; i++) {
            TypedValue saved = value("upcall " + i, "kernel::grant::SavedUpcall", entries, i);
            long function = number(saved, "function");
            if (function != 0) {
                found.add(new Subscription(
                        (int) number(process, "index"),
                        TockProcess.name(process),
                        TockNames.driver(number(slot, "driver")),
                        i,
                        function,
                        number(saved, "data")));
            }
        }
        return found;
    }

    @Override
    public GrantsView grants() {
        List<Grant> grants = new ArrayList<>();
        for (TypedValue process : processes()) {
            long end = number(process, "memory.first_kernel_break");
            List<TypedValue> slots = new ArrayList<>();
            for (TypedValue slot : process.field("grants").elements(16)) {
                if (number(slot.unwrapped(), "address") != 0) {
                    slots.add(slot.unwrapped());
                }
            }
            slots.sort(Comparator.comparingLong((TypedValue slot) -> number(slot, "address"))
                    .reversed());
            for (TypedValue slot : slots) {
                long address = number(slot, "address");
                grants.add(new Grant(
                        (int) number(process, "index"),
                        TockProcess.name(process),
                        TockNames.driver(number(slot, "driver")),
                        address,
                        end - address));
                end = address;
            }
        }
        return new GrantsView(grants);
    }

    private TypedValue grantHeader(long address) {
        return value("grant", GRANT_HEADER, address, 0);
    }

    private TypedValue value(String path, String typeName, long address, int index) {
        return dwarf.type(typeName)
                .map(type -> dwarf.valueAt(path, type, address + index * type.sizeInBytes(), memory))
                .orElseThrow(() -> new UnreadableException("the image does not describe the type " + typeName));
    }

    private List<TypedValue> processes() {
        TypedValue kernel = kernel();
        long count = number(kernel, "process_count");
        List<TypedValue> processes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            processes.add(
                    kernel.field("processes").element(i).unwrapped().target().loaded());
        }
        return processes;
    }

    private TypedValue kernel() {
        return global(KERNEL);
    }

    private TypedValue global(String name) {
        return Structure.global(dwarf, name, memory);
    }
}
