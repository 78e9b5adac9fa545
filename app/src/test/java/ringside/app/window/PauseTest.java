package ringside.app.window;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import ringside.app.command.CommandName;
import ringside.app.command.KeyMap;
import ringside.app.simulation.SessionSimulation;
import ringside.app.simulation.Status;
import ringside.app.simulation.Status.Activity;
import ringside.app.start.StartContent;
import ringside.app.theme.Appearance;
import ringside.kernels.image.ImageCatalog;

/** Pausing a run at full speed is quick. */
@ExtendWith(ApplicationExtension.class)
class PauseTest {
    private static final long PATIENCE_SECONDS = 60;

    private SessionSimulation simulation;
    private MainWindow window;

    @Start
    void show(Stage stage) {
        simulation = new SessionSimulation();
        window = new MainWindow(stage, simulation, new Appearance(), KeyMap.presets(), new WindowOutlet() {
            @Override
            public StartContent startContent() {
                return new StartContent(ImageCatalog.recipes(), List.of(), List.of());
            }

            @Override
            public void opened(String file) {}
        });
        window.show();
    }

    @AfterEach
    void close() {
        simulation.close();
    }

    private void await(Predicate<Status> condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(
                PATIENCE_SECONDS,
                TimeUnit.SECONDS,
                () -> condition.test(simulation.frameProperty().get().status()));
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void perform(CommandName command) {
        Platform.runLater(() -> window.commands().perform(command));
    }

    /**
     * The work that the simulation still does once pausing was asked for, as processor time of its thread: what other
     * programs take from this one does not count. Between reading that clock and asking nothing can come.
     */
    @Test
    void pausingLeavesTheSimulationAtMostATenthOfASecondOfWork() throws Exception {
        Platform.runLater(() -> window.open("bench-cortexm"));
        await(Status::isLoaded);
        for (int round = 0; round < 3; round++) {
            perform(CommandName.RESTART);
            await(status -> status.mark() == 0 && !status.isBusy());
            perform(CommandName.RUN);
            await(status -> status.activity() == Activity.RUNNING && status.mark() > 0);
            Map<Long, Long> before = WaitForAsyncUtils.waitForAsyncFx(PATIENCE_SECONDS * 1000, () -> {
                Map<Long, Long> times = simulationNanos();
                window.commands().perform(CommandName.PAUSE);
                return times;
            });
            await(status -> !status.isBusy());
            long work = simulationNanos().entrySet().stream()
                    .mapToLong(thread -> thread.getValue() - before.getOrDefault(thread.getKey(), 0L))
                    .max()
                    .orElseThrow();
            assertTrue(work > 0 && work <= 100_000_000, "the simulation worked " + work + " ns before it paused");
        }
    }

    /** The processor times of the simulation's threads: of this test's, and perhaps of one before that is just ending. */
    private static Map<Long, Long> simulationNanos() {
        Map<Long, Long> times = new HashMap<>();
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().equals("simulation")) {
                times.put(thread.getId(), ManagementFactory.getThreadMXBean().getThreadCpuTime(thread.getId()));
            }
        }
        return times;
    }
}
