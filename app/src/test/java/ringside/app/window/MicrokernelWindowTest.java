package ringside.app.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import javafx.application.Platform;
import javafx.scene.canvas.Canvas;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import ringside.app.command.KeyMap;
import ringside.app.simulation.SessionSimulation;
import ringside.app.simulation.Status;
import ringside.app.simulation.Status.Activity;
import ringside.app.start.StartContent;
import ringside.app.theme.Appearance;
import ringside.kernels.image.ImageCatalog;

/** The window on a microkernel: it boots with one click, and its messages stand first. */
@ExtendWith(ApplicationExtension.class)
class MicrokernelWindowTest {
    private static final long PATIENCE_SECONDS = 60;
    private static final long LATER = 4_000_000;

    private SessionSimulation simulation;

    @Start
    void show(Stage stage) {
        simulation = new SessionSimulation();
        new MainWindow(stage, simulation, new Appearance(), KeyMap.presets(), new WindowOutlet() {
                    @Override
                    public StartContent startContent() {
                        return new StartContent(ImageCatalog.recipes(), List.of(), List.of());
                    }

                    @Override
                    public void opened(String file) {}
                })
                .show();
    }

    @AfterEach
    void close() {
        simulation.close();
    }

    private Status await(Predicate<Status> condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(
                PATIENCE_SECONDS,
                TimeUnit.SECONDS,
                () -> condition.test(simulation.frameProperty().get().status()));
        WaitForAsyncUtils.waitForFxEvents();
        return simulation.frameProperty().get().status();
    }

    @Test
    void oneClickLeadsToTheMessagesAndEnterToTheInstantOfOne(FxRobot robot) throws TimeoutException {
        robot.clickOn("#boot-redox");
        Status booted = await(status -> status.isLoaded() && status.activity() == Activity.PAUSED);
        assertEquals("mini-redox", booted.image());
        Platform.runLater(() -> simulation.seek(LATER));
        await(status -> status.mark() == LATER && !status.isBusy());
        Canvas chart = robot.lookup("#ipc-canvas").queryAs(Canvas.class);
        assertTrue(chart.getWidth() > 200, "the chart is in sight");
        robot.interact(chart::requestFocus);
        robot.push(KeyCode.HOME);
        robot.push(KeyCode.ENTER);
        Status there = await(status -> status.mark() < LATER && !status.isBusy());
        assertTrue(chart.getAccessibleText().contains("init asks bootstrap: Open"), chart.getAccessibleText());
        assertTrue(there.mark() > 3_000_000, "at the first message, which init sends");
    }
}
