package ringside.app.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import ringside.app.command.CommandName;
import ringside.app.command.KeyMap;
import ringside.app.simulation.SessionSimulation;
import ringside.app.simulation.Simulation;
import ringside.app.simulation.Simulation.Direction;
import ringside.app.simulation.Status;
import ringside.app.simulation.Status.Activity;
import ringside.app.start.StartContent;
import ringside.app.theme.Appearance;
import ringside.app.theme.Theme;
import ringside.kernels.image.ImageCatalog;
import ringside.pane.code.CodeLine;
import ringside.pane.code.CodeList;

/** The window on the real image: time goes forwards and backwards, and what is shown is the machine's. */
@ExtendWith(ApplicationExtension.class)
class WindowTest {
    private static final long PATIENCE_SECONDS = 60;

    private SessionSimulation simulation;
    private MainWindow window;
    private Appearance appearance;
    private Stage stage;

    @Start
    void show(Stage newStage) {
        stage = newStage;
        simulation = new SessionSimulation();
        appearance = new Appearance();
        window = new MainWindow(stage, simulation, appearance, KeyMap.presets(), new WindowOutlet() {
            @Override
            public StartContent startContent() {
                return new StartContent(
                        ImageCatalog.recipes(),
                        List.of(new StartContent.Lesson("tock-first-process", "First process", "tock", 12, 45)),
                        List.of());
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

    private Status status() {
        return simulation.frameProperty().get().status();
    }

    private Status await(Predicate<Status> condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS, () -> condition.test(status()));
        WaitForAsyncUtils.waitForFxEvents();
        return status();
    }

    private void boot() throws TimeoutException {
        Platform.runLater(() -> window.open("mini-tock"));
        await(status -> status.activity() == Activity.PAUSED && status.mark() == 0);
    }

    private void perform(CommandName command) {
        Platform.runLater(() -> window.commands().perform(command));
    }

    private <T extends Node> T find(FxRobot robot, String query, Class<T> type) {
        return robot.lookup(query).queryAs(type);
    }

    private static String registerText(FxRobot robot, String name) {
        for (Node row : robot.lookup(".register-row").queryAll()) {
            Labeled label = (Labeled) row.lookup(".register-name");
            if (label.getText().equals(name)) {
                return ((Labeled) row.lookup(".register-value")).getText();
            }
        }
        return "";
    }

    @Test
    void oneClickLeadsFromTheStartPageToASteppingBoot(FxRobot robot) throws TimeoutException {
        robot.clickOn("#boot-tock");
        await(status -> status.isLoaded());
        robot.push(KeyCode.F11);
        await(status -> status.mark() == 1);
        assertEquals("mini-tock", status().image());
    }

    @Test
    void stepsGoForwardsAndBackwards(FxRobot robot) throws TimeoutException {
        boot();
        String atReset = registerText(robot, "pc");
        perform(CommandName.STEP);
        await(status -> status.mark() == 1);
        assertNotEquals(atReset, registerText(robot, "pc"));
        perform(CommandName.STEP_BACK);
        await(status -> status.mark() == 0);
        assertEquals(atReset, registerText(robot, "pc"));
        assertEquals(Activity.REPLAYING, status().activity());
    }

    @Test
    void aStepOverAndOutComeBackToTheCaller(FxRobot robot) throws TimeoutException {
        boot();
        Platform.runLater(() -> simulation.toEvent(Direction.FORWARDS, "mpu-configured"));
        long before = await(status -> status.mark() > 0 && !status.isBusy()).mark();
        String pc = registerText(robot, "pc");
        perform(CommandName.OVER);
        long after = await(status -> status.mark() > before && !status.isBusy()).mark();
        assertTrue(after > before + 1, "the next instruction calls a function");
        perform(CommandName.OVER_BACK);
        await(status -> status.mark() == before);
        assertEquals(pc, registerText(robot, "pc"));
        perform(CommandName.STEP);
        await(status -> status.mark() == before + 1);
        perform(CommandName.OUT);
        assertEquals(
                after,
                await(status -> status.mark() > before + 1 && !status.isBusy()).mark());
    }

    @Test
    void theNextEventAndTheOneBeforeAreFound(FxRobot robot) throws TimeoutException {
        boot();
        perform(CommandName.NEXT_EVENT);
        long first = await(status -> status.mark() > 0 && !status.isBusy()).mark();
        perform(CommandName.NEXT_EVENT);
        await(status -> status.mark() > first && !status.isBusy());
        perform(CommandName.PREVIOUS_EVENT);
        await(status -> status.mark() == first);
    }

    @Test
    void aBreakpointStopsTheRunAgainAndAgain(FxRobot robot) throws TimeoutException {
        boot();
        Platform.runLater(() -> simulation.toEvent(Direction.FORWARDS, "context-switch"));
        long there = await(status -> status.mark() > 0 && !status.isBusy()).mark();
        perform(CommandName.BREAKPOINT);
        CodeList code = find(robot, ".pane-disassembly .code-list", CodeList.class);
        WaitForAsyncUtils.waitForFxEvents();
        perform(CommandName.RUN);
        Status again = await(status -> status.mark() > there && !status.isBusy());
        assertTrue(again.message().contains("breakpoint"), again.message());
        assertTrue(code.getItems().stream().anyMatch(line -> line.breakpoint() && line.mark() == CodeLine.Mark.NEXT));
        perform(CommandName.RUN_BACK);
        await(status -> status.mark() == there && !status.isBusy());
    }

    @Test
    void aBreakpointSetWhileRunningStopsTheRun(FxRobot robot) throws TimeoutException {
        Platform.runLater(() -> window.open("bench-cortexm"));
        await(Status::isLoaded);
        Platform.runLater(() -> simulation.seek(200_000));
        await(status -> status.mark() == 200_000);
        CodeList code = find(robot, ".pane-disassembly .code-list", CodeList.class);
        long here = code.getItems().stream()
                .filter(line -> line.mark() == CodeLine.Mark.NEXT)
                .findFirst()
                .orElseThrow()
                .key();
        Platform.runLater(() -> simulation.speed(1000));
        perform(CommandName.RUN);
        await(status -> status.activity() == Activity.RUNNING);
        Platform.runLater(() -> {
            simulation.toggleBreakpoint(here);
            simulation.speed(Simulation.FULL_SPEED);
        });
        Status stopped = await(status -> status.message().contains("breakpoint") && !status.isBusy());
        assertTrue(stopped.mark() > 200_000);
    }

    @Test
    void aClickInTheTimelineGoesThere(FxRobot robot) throws TimeoutException {
        boot();
        Platform.runLater(() -> simulation.seek(50_000));
        await(status -> status.mark() == 50_000);
        Canvas canvas = find(robot, "#timeline-canvas", Canvas.class);
        robot.clickOn(robot.offset(canvas, -canvas.getWidth() / 4, 0));
        long clicked =
                await(status -> status.mark() != 50_000 && !status.isBusy()).mark();
        assertTrue(clicked < 50_000, "a click left of the cursor leads to " + clicked);
        robot.push(KeyCode.RIGHT);
        await(status -> status.mark() == clicked + 1);
        robot.push(KeyCode.HOME);
        await(status -> status.mark() == 0);
        assertEquals(50_000, status().frontier());
    }

    @Test
    void whatIsTypedReachesTheGuest(FxRobot robot) throws TimeoutException {
        Platform.runLater(() -> {
            window.open("echo");
            window.reveal("console");
        });
        await(Status::isLoaded);
        perform(CommandName.RUN);
        await(status -> status.mark() > 0 && !status.isBusy());
        TextInputControl input = find(robot, "#console-input", TextInputControl.class);
        robot.clickOn(input).write("hi").push(KeyCode.ENTER);
        CodeList list = find(robot, ".pane-console .code-list", CodeList.class);
        WaitForAsyncUtils.waitFor(
                PATIENCE_SECONDS,
                TimeUnit.SECONDS,
                () -> list.getItems().stream().anyMatch(line -> line.plainText().contains("hi")));
        assertEquals("", input.getText());
    }

    @Test
    void themeAndZoomChangeTheWholeWindow(FxRobot robot) throws TimeoutException {
        boot();
        Label name = find(robot, ".register-name", Label.class);
        double size = name.getFont().getSize();
        Object colour = name.getTextFill();
        perform(CommandName.ZOOM_IN);
        perform(CommandName.THEME);
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals(Theme.LIGHT, appearance.themeProperty().get());
        assertTrue(name.getFont().getSize() > size);
        assertNotEquals(colour, name.getTextFill());
        perform(CommandName.ZOOM_RESET);
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals(size, name.getFont().getSize(), 0.01);
    }

    @Test
    void theProjectorsKeysZoom(FxRobot robot) throws TimeoutException {
        boot();
        robot.push(KeyCode.CONTROL, KeyCode.EQUALS);
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.EQUALS);
        WaitForAsyncUtils.waitForFxEvents();
        double larger = appearance.zoomProperty().get();
        robot.push(KeyCode.CONTROL, KeyCode.MINUS);
        WaitForAsyncUtils.waitForFxEvents();
        assertTrue(larger > appearance.zoomProperty().get()
                && appearance.zoomProperty().get() > 1);
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT0);
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals(1, appearance.zoomProperty().get(), 1e-9);
    }

    @Test
    void thePaletteFindsCommands(FxRobot robot) throws TimeoutException {
        boot();
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.P);
        robot.clickOn("#palette-query").write("next theme").push(KeyCode.ENTER);
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals(Theme.LIGHT, appearance.themeProperty().get());
        assertFalse(find(robot, "#palette-query", Node.class)
                .getParent()
                .getParent()
                .isVisible());
    }

    @Test
    void thePaletteFindsThemesByTheirNames(FxRobot robot) throws TimeoutException {
        boot();
        for (Theme theme : new Theme[] {Theme.LIGHT, Theme.CONTRAST, Theme.DARK}) {
            robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.P);
            robot.clickOn("#palette-query").write(theme.label()).push(KeyCode.ENTER);
            WaitForAsyncUtils.waitForFxEvents();
            assertEquals(theme, appearance.themeProperty().get());
        }
    }

    @Test
    void aLessonIsFollowedInTheWindow(FxRobot robot) throws TimeoutException {
        robot.clickOn("#lesson-tock-first-process");
        await(Status::isLoaded);
        WaitForAsyncUtils.waitForFxEvents();
        Label title = find(robot, ".lesson-title", Label.class);
        assertFalse(title.getText().isBlank());
        assertTrue(robot.lookup(".prediction").tryQuery().isPresent());
    }

    @Test
    void escapeTakesTheSheetOfKeysAway(FxRobot robot) throws TimeoutException {
        boot();
        robot.push(KeyCode.F1);
        WaitForAsyncUtils.waitForFxEvents();
        assertTrue(find(robot, "#cheat-sheet", Node.class).isVisible());
        robot.push(KeyCode.ESCAPE);
        WaitForAsyncUtils.waitForFxEvents();
        assertFalse(find(robot, "#cheat-sheet", Node.class).isVisible());
    }

    @Test
    void aGuestThatEndsWellRaisesNoAlarm(FxRobot robot) throws TimeoutException {
        boot();
        perform(CommandName.RUN);
        Status ended = await(status -> status.activity() == Activity.ENDED);
        assertFalse(ended.failed(), ended.message());
        assertTrue(ended.message().contains("exit code 0"), ended.message());
    }

    @Test
    void badFilesAreToldInOneLine(FxRobot robot) throws TimeoutException {
        Platform.runLater(() -> window.open("no-such-image"));
        Status status = await(Status::failed);
        assertFalse(status.isLoaded());
        assertFalse(status.message().contains("\n"));
        assertTrue(status.message().contains("no-such-image"), status.message());
        WaitForAsyncUtils.waitForFxEvents();
        assertTrue(find(robot, "#banner", Node.class).isVisible());
        WaitForAsyncUtils.waitFor(
                PATIENCE_SECONDS,
                TimeUnit.SECONDS,
                () -> robot.lookup("#boot-tock").tryQuery().isPresent());
    }

    @Test
    void whatCannotBeOpenedOrSavedIsToldAndLeavesTheRunAlone(FxRobot robot, @TempDir Path folder) throws Exception {
        Path trace = folder.resolve("run.rtrace");
        boot();
        perform(CommandName.STEP);
        await(status -> status.mark() == 1);
        Platform.runLater(() -> simulation.saveTrace(trace));
        await(status -> status.message().contains("run.rtrace"));
        byte[] whole = Files.readAllBytes(trace);
        Path cut = Files.write(folder.resolve("cut.rtrace"), Arrays.copyOf(whole, whole.length / 2));
        Path text = Files.writeString(folder.resolve("text.elf"), "hello");
        for (Path bad : List.of(cut, text)) {
            Platform.runLater(() -> window.open(bad.toString()));
            toldOf(robot, bad.getFileName().toString());
        }
        Platform.runLater(() -> simulation.saveTrace(folder.resolve("absent").resolve("other.rtrace")));
        toldOf(robot, "other.rtrace");
        perform(CommandName.STEP);
        await(status -> status.mark() == 2 && !status.failed());
        WaitForAsyncUtils.waitForFxEvents();
        assertFalse(find(robot, "#banner", Node.class).isVisible());
    }

    private void toldOf(FxRobot robot, String name) throws TimeoutException {
        Status status = await(now -> now.failed() && now.message().contains(name) && now.activity() == Activity.PAUSED);
        assertEquals(1, status.message().lines().count(), status.message());
        assertEquals(1, status.mark());
        Labeled shown = (Labeled) find(robot, "#banner", Node.class).lookup(".banner-text");
        assertEquals(status.message(), shown.getText());
    }

    @Test
    void everyControlHasAnAccessibleName(FxRobot robot) throws TimeoutException {
        boot();
        for (Node node : robot.lookup(".button, .menu-button, .text-field, .slider, .code-list")
                .queryAll()) {
            boolean named = node.getAccessibleText() != null
                    && !node.getAccessibleText().isBlank();
            boolean labelled =
                    node instanceof Labeled labeled && !labeled.getText().isBlank();
            assertTrue(named || labelled || node.getStyleClass().contains("list-button"), node.toString());
        }
    }
}
