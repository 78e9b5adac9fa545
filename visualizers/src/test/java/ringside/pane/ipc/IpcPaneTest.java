package ringside.pane.ipc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import ringside.kernels.view.IpcView;
import ringside.pane.Coordinates;
import ringside.pane.PaneOutlet;
import ringside.pane.Views;
import ringside.pane.code.CodeList;

/** The pane takes clicks and keys, and tells the window where to go. */
@ExtendWith(ApplicationExtension.class)
class IpcPaneTest {
    private IpcPane pane;
    private final List<Long> sought = new ArrayList<>();
    private final List<Long> code = new ArrayList<>();

    @Start
    void show(Stage stage) {
        pane = new IpcPane();
        pane.connect(new PaneOutlet() {
            @Override
            public void seek(long mark) {
                sought.add(mark);
            }

            @Override
            public void showCode(long address) {
                code.add(address);
            }
        });
        Scene scene = new Scene(pane, 900, 600);
        scene.getStylesheets().addAll("/themes/ringside.css", "/themes/dark.css");
        stage.setScene(scene);
        stage.show();
        pane.show(views(Conversation.nested()), Coordinates.START.at(1_207_000));
    }

    private static Views views(IpcView view) {
        return Views.NONE.with(view).with(IpcPane.AHEAD, Conversation.nestedLater());
    }

    private static Canvas canvas(FxRobot robot) {
        return robot.lookup("#ipc-canvas").queryAs(Canvas.class);
    }

    private static void focus(FxRobot robot) {
        robot.interact(() -> canvas(robot).requestFocus());
    }

    @Test
    void enterGoesToTheChosenMomentAndCShowsTheCode(FxRobot robot) {
        focus(robot);
        robot.push(KeyCode.DOWN);
        robot.push(KeyCode.UP);
        robot.push(KeyCode.RIGHT);
        robot.push(KeyCode.ENTER);
        robot.push(KeyCode.C);
        assertEquals(List.of(1_206_420L), sought);
        assertEquals(List.of(0x40_1234L), code);
        assertTrue(canvas(robot).getAccessibleText().contains("shell asks fsd: Read"));
    }

    @Test
    void theSelectedMessageStandsFieldByFieldAndItsMomentsAreLinks(FxRobot robot) {
        focus(robot);
        robot.push(KeyCode.HOME);
        List<String> texts = new ArrayList<>();
        robot.lookup("#message-details .label").queryAll().forEach(node -> texts.add(((Labeled) node).getText()));
        assertTrue(texts.contains("open flags"), texts.toString());
        assertTrue(texts.contains("RespondWithFd"), texts.toString());
        Hyperlink reply = robot.lookup("#message-reply").queryAs(Hyperlink.class);
        robot.interact(reply::fire);
        assertEquals(List.of(1_205_020L), sought);
        focus(robot);
        robot.push(KeyCode.ESCAPE);
        assertTrue(robot.lookup("#message-details").queryAll().isEmpty());
    }

    @Test
    void theListSaysTheSame(FxRobot robot) {
        robot.clickOn("#ipc-as-list");
        WaitForAsyncUtils.waitForFxEvents();
        CodeList list = robot.lookup("#ipc-list").queryAs(CodeList.class);
        assertEquals(6, list.getItems().size());
        assertTrue(list.getItems().get(1).plainText().contains("shell \u2192 fsd"));
        robot.interact(() -> {
            list.getSelectionModel().select(1);
            list.requestFocus();
        });
        robot.push(KeyCode.ENTER);
        assertEquals(List.of(1_205_500L), sought);
    }

    @Test
    void typingFiltersAndTheNoteSaysHowMany(FxRobot robot) {
        robot.clickOn("#ipc-filter-text").write("disk");
        WaitForAsyncUtils.waitForFxEvents();
        assertTrue(
                pane.noteProperty().get().startsWith("2 of the latest 5"),
                pane.noteProperty().get());
    }

    @Test
    void hundredsOfMessagesNeedNoLargerCanvas(FxRobot robot) {
        Views many = Views.NONE.with(Conversation.lengthy(800));
        robot.interact(() -> pane.show(many, Coordinates.START.at(3_000_000)));
        assertTrue(canvas(robot).getHeight() < 700, "the canvas is no larger than what is in sight");
    }

    @Test
    void withoutAKernelThatIsKnownThePaneSaysSo(FxRobot robot) {
        robot.interact(
                () -> pane.show(Views.NONE.without(IpcView.class, "this kernel sends no messages"), Coordinates.START));
        assertFalse(robot.lookup(".empty-reason").queryAll().isEmpty());
        assertEquals(
                "this kernel sends no messages",
                ((Labeled) robot.lookup(".empty-reason").query()).getText());
    }
}
