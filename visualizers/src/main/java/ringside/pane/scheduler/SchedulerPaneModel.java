package ringside.pane.scheduler;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import ringside.kernels.view.SchedulerView;
import ringside.kernels.view.TasksView;
import ringside.kernels.view.TasksView.State;
import ringside.kernels.view.TasksView.Task;
import ringside.pane.NumberText;
import ringside.pane.TaskColour;
import ringside.pane.Views;
import ringside.pane.Words;

/**
 * What the scheduler pane shows.
 *
 * @param policy the policy in words
 * @param now who has the processor, in words
 * @param queue the queue from the next task to the last
 * @param tasks all tasks
 */
public record SchedulerPaneModel(String policy, String now, List<Place> queue, List<Row> tasks) {

    /** Up to so many tasks that wait stand in the queue one by one. */
    private static final int MOST_WAITING = 4;

    /** A place in the queue. */
    public record Place(String name, String colour, boolean running, boolean ready, String left) {}

    /**
     * A task.
     *
     * @param symbol its state as a symbol
     * @param stateWord the kernel's own word for its state
     * @param changed whether the last command changed its state
     * @param hint what hovering says
     */
    public record Row(
            String name,
            String colour,
            String symbol,
            String stateWord,
            State state,
            String reason,
            boolean changed,
            String hint) {}

    /** Copies the lists. */
    public SchedulerPaneModel {
        queue = List.copyOf(queue);
        tasks = List.copyOf(tasks);
    }

    /** Makes the model, or nothing if the image's kernel cannot be read. */
    public static Optional<SchedulerPaneModel> of(Views views) {
        Optional<TasksView> tasks = views.now(TasksView.class);
        Optional<SchedulerView> scheduler = views.now(SchedulerView.class);
        if (tasks.isEmpty() && scheduler.isEmpty()) {
            return Optional.empty();
        }
        List<Row> rows = new ArrayList<>();
        tasks.ifPresent(view -> {
            for (Task task : view.tasks()) {
                Optional<Task> before = views.before(TasksView.class).flatMap(old -> old.find(task.index()));
                rows.add(row(
                        task,
                        before,
                        scheduler.map(queue -> sliceText(queue, task)).orElse("")));
            }
        });
        return Optional.of(new SchedulerPaneModel(
                rows.isEmpty()
                        ? ""
                        : scheduler.map(SchedulerPaneModel::policyText).orElse(""),
                scheduler.map(view -> nowText(view, tasks)).orElse(""),
                scheduler.map(SchedulerPaneModel::places).orElse(List.of()),
                rows));
    }

    private static String policyText(SchedulerView view) {
        return view.sliceMicroseconds() == 0
                ? view.policy()
                : Words.of("scheduler.policy", view.policy(), time(view.sliceMicroseconds()));
    }

    private static String nowText(SchedulerView view, Optional<TasksView> tasks) {
        if (view.sleeping()) {
            return Words.of("scheduler.sleeping");
        }
        if (view.running() < 0) {
            return Words.of("scheduler.kernelRuns");
        }
        return tasks.flatMap(all -> all.find(view.running()))
                .map(task -> Words.of("scheduler.runs", task.name()))
                .orElseGet(() -> Words.of("scheduler.kernelRuns"));
    }

    /** The queue; of many that cannot be chosen it only says how many they are. */
    private static List<Place> places(SchedulerView view) {
        List<Place> places = new ArrayList<>();
        long waiting = view.queue().stream()
                .filter(entry -> !entry.ready() && entry.task() != view.running())
                .count();
        boolean many = waiting > MOST_WAITING;
        for (SchedulerView.Entry entry : view.queue()) {
            if (many && !entry.ready() && entry.task() != view.running()) {
                continue;
            }
            String left = left(view, entry.remainingMicroseconds(), entry.remainingTicks());
            places.add(new Place(
                    entry.name(), TaskColour.of(entry.task()), entry.task() == view.running(), entry.ready(), left));
        }
        if (many) {
            places.add(new Place(Words.of("scheduler.waiting", Long.toString(waiting)), "kernel", false, false, ""));
        }
        return places;
    }

    /** What is left of a slice, in ticks where the kernel counts in them; empty if nothing is. */
    private static String left(SchedulerView view, long microseconds, int ticks) {
        if (microseconds == 0) {
            return "";
        }
        return view.sliceTicks() > 0
                ? Words.of("scheduler.leftTicks", Integer.toString(ticks), Integer.toString(view.sliceTicks()))
                : Words.of("scheduler.left", time(microseconds));
    }

    /** What a task that could run has of its slice. */
    private static String sliceText(SchedulerView view, Task task) {
        long left = 0;
        int ticks = 0;
        for (SchedulerView.Entry entry : view.queue()) {
            if (entry.task() == task.index() && entry.remainingMicroseconds() >= left) {
                left = entry.remainingMicroseconds();
                ticks = entry.remainingTicks();
            }
        }
        return switch (task.state()) {
            case RUNNING ->
                left > 0
                        ? left(view, left, ticks)
                        : view.sliceMicroseconds() > 0
                                ? Words.of("scheduler.slice", time(view.sliceMicroseconds()))
                                : "";
            case READY -> left > 0 ? Words.of("scheduler.preempted", time(left)) : "";
            default -> "";
        };
    }

    /** The kernel's own word; but one who is only ready is not said to run, whatever the kernel calls it. */
    private static String stateWord(Task task) {
        boolean misleading = task.state() == State.READY && task.kernelState().equalsIgnoreCase(State.RUNNING.name());
        return misleading ? Words.of("scheduler.runnable") : task.kernelState();
    }

    private static Row row(Task task, Optional<Task> before, String slice) {
        boolean changed = before.isPresent()
                && (before.get().state() != task.state()
                        || !before.get().kernelState().equals(task.kernelState()));
        StringBuilder hint = new StringBuilder();
        if (changed) {
            hint.append(Words.of("changed.hint", before.get().kernelState(), task.kernelState()))
                    .append('\n');
        }
        hint.append(counters(task));
        return new Row(
                task.name(),
                TaskColour.of(task.index()),
                symbol(task.state()),
                stateWord(task),
                task.state(),
                task.reason().isEmpty() ? slice : task.reason(),
                changed,
                hint.toString());
    }

    /** What the kernel counts of a task. */
    private static String counters(Task task) {
        if (task.upcalls() != null) {
            return Words.of(
                    "scheduler.hint",
                    NumberText.grouped(task.systemCalls()),
                    Integer.toString(task.restarts()),
                    task.upcalls().queued() + "/" + task.upcalls().capacity(),
                    NumberText.grouped(task.upcalls().dropped()));
        }
        return task.facts().stream()
                .map(fact -> Words.of("scheduler.fact", fact.name(), fact.text()))
                .collect(Collectors.joining("\n"));
    }

    private static String symbol(State state) {
        return switch (state) {
            case RUNNING -> "\u25b6";
            case READY -> "\u25cb";
            case WAITING -> "\u2026";
            case STOPPED -> "\u25a0";
            case FAULTED -> "\u2716";
            case ENDED -> "\u2713";
        };
    }

    private static String time(long microseconds) {
        return microseconds % 1000 == 0
                ? NumberText.grouped(microseconds / 1000) + " ms"
                : NumberText.grouped(microseconds) + " \u00b5s";
    }
}
