package ringside.pane;

import static org.junit.jupiter.api.Assertions.assertEquals;

import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Tests of windows need no display: the toolkit draws in memory, and a robot's click arrives. */
@ExtendWith(ApplicationExtension.class)
class HeadlessToolkitTest {
    private Button button;
    private int clicks;

    @Start
    void show(Stage stage) {
        button = new Button("Step");
        button.setOnAction(event -> clicks++);
        stage.setScene(new Scene(new StackPane(button), 320, 200));
        stage.show();
    }

    @Test
    void aClickReachesTheButton(FxRobot robot) {
        robot.clickOn(button);
        assertEquals(1, clicks);
    }
}
