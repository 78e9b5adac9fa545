package ringside.pane.mpu;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ringside.cpu.armv7m.exception.FaultBit;
import ringside.cpu.armv7m.exception.NvicView;
import ringside.cpu.armv7m.mpu.AccessKind;
import ringside.cpu.armv7m.mpu.MpuRegion;
import ringside.cpu.armv7m.mpu.MpuView;
import ringside.cpu.armv7m.mpu.ProtectionDecision;
import ringside.kernels.view.MemoryMapView;
import ringside.kernels.view.SchedulerView;
import ringside.kernels.view.TasksView;
import ringside.pane.Coordinates;
import ringside.pane.NumberText;
import ringside.pane.Views;
import ringside.pane.Words;

/**
 * What the MPU pane shows.
 *
 * @param state whether the MPU is on, and for whom, in words
 * @param inForce whether the regions hold now
 * @param bars the bars of addresses
 * @param rows the regions as a table
 * @param background what holds where no region matches
 * @param answer the answer about the address in question; empty if none was asked about
 */
public record MpuPaneModel(
        String state, boolean inForce, List<BarContent> bars, List<Row> rows, String background, List<Verdict> answer) {

    /** One region as a row of text. */
    public record Row(
            int number,
            String base,
            String size,
            String subregions,
            String unprivileged,
            String privileged,
            String execute,
            String owner,
            boolean enabled,
            boolean changed,
            String hint) {}

    /** One line of an answer: who wants to do what, whether they may, and the rule that decided. */
    public record Verdict(String who, String what, boolean allowed, String why) {}

    /** Makes the model, or nothing if the machine has no such MPU. */
    public static Optional<MpuPaneModel> of(Views views, Coordinates coordinates, long question) {
        return views.now(MpuView.class).map(mpu -> {
            Optional<MemoryMapView> map = views.now(MemoryMapView.class);
            Optional<TasksView.Task> task = focus(views, coordinates);
            List<Verdict> answer = question < 0 ? List.of() : answer(mpu, (int) question);
            Optional<BarContent.Flag> flag = question < 0 ? fault(views, task) : Optional.of(flag(mpu, question));
            List<BarContent> bars = new BarBuilder(mpu, map, task, flag).bars();
            return new MpuPaneModel(
                    state(mpu, map),
                    mpu.isEnabled(),
                    bars,
                    rows(mpu, views.before(MpuView.class), map),
                    background(mpu),
                    answer);
        });
    }

    private static Optional<TasksView.Task> focus(Views views, Coordinates coordinates) {
        Optional<TasksView> tasks = views.now(TasksView.class);
        if (coordinates.task() != null) {
            return tasks.flatMap(all -> all.tasks().stream()
                    .filter(task -> task.name().equals(coordinates.task()))
                    .findFirst());
        }
        Optional<Integer> running = views.now(SchedulerView.class)
                .map(SchedulerView::running)
                .filter(slot -> slot >= 0)
                .or(() -> views.now(MemoryMapView.class)
                        .filter(map -> !map.regions().isEmpty())
                        .map(map -> map.regions().get(0).task()));
        return running.flatMap(slot -> tasks.flatMap(all -> all.find(slot)));
    }

    private static String state(MpuView mpu, Optional<MemoryMapView> map) {
        if (!mpu.isEnabled()) {
            return map.filter(view -> !view.regions().isEmpty())
                    .map(view -> Words.of("mpu.off.until", view.regions().get(0).owner()))
                    .orElseGet(() -> Words.of("mpu.off"));
        }
        return Words.of(mpu.privileged() ? "mpu.on.privileged" : "mpu.on.unprivileged");
    }

    private static String background(MpuView mpu) {
        if (!mpu.isEnabled()) {
            return Words.of("mpu.background.off");
        }
        return Words.of(mpu.rules().hasPrivilegedBackground() ? "mpu.background.default" : "mpu.background.none");
    }

    /** The access that was refused last: as the processor has it, or as the kernel wrote it down for the task. */
    private static Optional<BarContent.Flag> fault(Views views, Optional<TasksView.Task> task) {
        Optional<NvicView.Faults> hardware =
                views.now(NvicView.class).map(NvicView::faults).filter(NvicView.Faults::isMmfarValid);
        if (hardware.isPresent()) {
            long address = Integer.toUnsignedLong(hardware.get().mmfar());
            String words = hardware.get().bits().stream()
                    .filter(bit -> bit.name().endsWith("ACCVIOL"))
                    .findFirst()
                    .map(FaultBit::words)
                    .orElse("");
            String label = Words.of("mpu.fault", NumberText.address(address), words);
            return Optional.of(new BarContent.Flag(address, label, BarContent.Kind.REFUSED));
        }
        return task.map(TasksView.Task::fault)
                .filter(fault -> fault.address() >= 0)
                .map(fault -> new BarContent.Flag(
                        fault.address(), task.get().name() + ": " + fault.words(), BarContent.Kind.REFUSED));
    }

    private static BarContent.Flag flag(MpuView mpu, long question) {
        ProtectionDecision read = mpu.decide((int) question, AccessKind.READ, false);
        ProtectionDecision write = mpu.decide((int) question, AccessKind.WRITE, false);
        String key = write.allowed() ? "mpu.flag.write" : read.allowed() ? "mpu.flag.read" : "mpu.flag.nothing";
        return new BarContent.Flag(
                question,
                Words.of(key, NumberText.address(question)),
                read.allowed() ? BarContent.Kind.ALLOWED : BarContent.Kind.REFUSED);
    }

    private static List<Verdict> answer(MpuView mpu, int address) {
        List<Verdict> verdicts = new ArrayList<>();
        for (boolean privileged : new boolean[] {false, true}) {
            for (AccessKind kind : AccessKind.values()) {
                ProtectionDecision decision = mpu.decide(address, kind, privileged);
                verdicts.add(new Verdict(
                        Words.of(privileged ? "mpu.privileged" : "mpu.unprivileged"),
                        Words.of("mpu.kind." + kind),
                        decision.allowed(),
                        why(decision)));
            }
        }
        return verdicts;
    }

    private static String why(ProtectionDecision decision) {
        if (decision.rule() != ProtectionDecision.Rule.REGION) {
            return Words.of("mpu.rule." + decision.rule());
        }
        return decision.subregion() < 0
                ? Words.of("mpu.rule.REGION", decision.region())
                : Words.of("mpu.rule.REGION.part", decision.region(), decision.subregion());
    }

    private static List<Row> rows(MpuView mpu, Optional<MpuView> before, Optional<MemoryMapView> map) {
        List<Row> rows = new ArrayList<>();
        for (MpuRegion region : mpu.regions()) {
            Optional<MpuRegion> old = before.filter(view -> view.regions().size() > region.number())
                    .map(view -> view.regions().get(region.number()));
            boolean changed = old.isPresent() && !old.get().equals(region);
            if (region.isEnabled() || changed) {
                rows.add(row(region, old.filter(other -> changed), map));
            }
        }
        return rows;
    }

    private static Row row(MpuRegion region, Optional<MpuRegion> old, Optional<MemoryMapView> map) {
        String owner = map.flatMap(view -> view.regions().stream()
                        .filter(entry -> entry.region() == region.number())
                        .findFirst())
                .map(entry -> entry.owner() + " \u00b7 " + entry.purpose())
                .orElse("");
        String hint = Words.of("mpu.row.hint", hex(region.rbar()), hex(region.rasr()), region.memoryType());
        if (old.isPresent()) {
            hint = Words.of(
                            "mpu.row.changed",
                            hex(old.get().rbar()),
                            hex(old.get().rasr())) + "\n" + hint;
        }
        return new Row(
                region.number(),
                NumberText.address(Integer.toUnsignedLong(region.base())),
                NumberText.size(region.sizeInBytes()),
                squares(region),
                access(region, false),
                access(region, true),
                Words.of(region.isExecuteNever() ? "mpu.never" : "mpu.allowed"),
                region.isEnabled() ? owner : Words.of("mpu.disabled"),
                region.isEnabled(),
                old.isPresent(),
                hint);
    }

    private static String squares(MpuRegion region) {
        if (!region.hasSubregions()) {
            return Words.of("mpu.undivided");
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 8; i++) {
            text.append((region.disabledSubregions() >>> i & 1) == 0 ? '\u25a0' : '\u25a1');
        }
        return text.toString();
    }

    private static String access(MpuRegion region, boolean privileged) {
        boolean read = region.permission().permitsRead(privileged);
        boolean write = region.permission().permitsWrite(privileged);
        return Words.of(write ? "mpu.readWrite" : read ? "mpu.read" : "mpu.none");
    }

    private static String hex(int value) {
        return NumberText.address(Integer.toUnsignedLong(value));
    }
}
