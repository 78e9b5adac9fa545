package ringside.pane.scheduler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import ringside.kernels.view.SchedulerView;
import ringside.kernels.view.TasksView;
import ringside.kernels.view.TasksView.State;
import ringside.pane.Views;

/** The scheduler pane shows the queue in its order and each task with the kernel's own word for its state. */
class SchedulerPaneModelTest {
    private static TasksView tasks(State hello, String word) {
        TasksView.Memory memory = new TasksView.Memory(0, 0, 0, 0, 0, 0);
        TasksView.Upcalls upcalls = new TasksView.Upcalls(1, 10, 0);
        return new TasksView(List.of(
                new TasksView.Task(0, "hello", hello, word, "", memory, upcalls, 0, 3, null, List.of()),
                new TasksView.Task(
                        1,
                        "crasher",
                        State.WAITING,
                        "Yielded",
                        "waits for any upcall",
                        memory,
                        upcalls,
                        0,
                        3,
                        null,
                        List.of())));
    }

    private static SchedulerView queue(int running) {
        return new SchedulerView(
                "round robin",
                10_000,
                0,
                running,
                false,
                List.of(
                        new SchedulerView.Entry(1, "crasher", false, 0, 0, "Yielded", ""),
                        new SchedulerView.Entry(0, "hello", true, 4120, 0, "Running", "")));
    }

    private static SchedulerPaneModel model(Views views) {
        return SchedulerPaneModel.of(views).orElseThrow();
    }

    @Test
    void anImageWithoutAKnownKernelShowsNothing() {
        assertTrue(SchedulerPaneModel.of(Views.NONE).isEmpty());
    }

    @Test
    void theQueueKeepsItsOrder() {
        SchedulerPaneModel model =
                model(Views.NONE.with(tasks(State.RUNNING, "Running")).with(queue(0)));
        assertEquals(
                List.of("crasher", "hello"),
                model.queue().stream().map(SchedulerPaneModel.Place::name).toList());
        assertTrue(model.queue().get(1).running());
        assertEquals("round robin, 10 ms", model.policy());
        assertEquals("hello runs. Run queue:", model.now());
    }

    @Test
    void aStateThatChangedIsMarked() {
        Views views = Views.NONE
                .with(tasks(State.FAULTED, "Faulted"))
                .after(Views.NONE.with(tasks(State.RUNNING, "Running")));
        SchedulerPaneModel model = model(views);
        assertTrue(model.tasks().get(0).changed());
        assertTrue(model.tasks().get(0).hint().startsWith("Running \u2192 Faulted"));
        assertFalse(model.tasks().get(1).changed());
    }

    @Test
    void beforeThereAreTasksNobodyIsSaidToRun() {
        SchedulerPaneModel model =
                model(Views.NONE.with(new TasksView(List.of())).with(queue(0)));
        assertEquals("The kernel runs. Run queue:", model.now());
        assertEquals("", model.policy());
    }

    @Test
    void whatIsLeftOfTheSliceStandsBesideTheTask() {
        SchedulerPaneModel model =
                model(Views.NONE.with(tasks(State.READY, "Running")).with(queue(-1)));
        assertEquals("Runnable", model.tasks().get(0).stateWord());
        assertEquals("pre-empted, 4\u00a0120 \u00b5s left", model.tasks().get(0).reason());
        assertEquals("waits for any upcall", model.tasks().get(1).reason());
    }
}
