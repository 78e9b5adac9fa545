package ringside.pane.lesson;

import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class MarkdownTextTest {
    private VBox box;

    @Start
    void start(Stage stage) {
        box = new VBox(new MarkdownText("Type\n\n    cat /scheme/ramfs/welcome.txt\n\nand\n\n    cat a\n"));
        stage.setScene(new Scene(box, 120, 600));
        stage.show();
    }

    /** A line to type must be seen whole, in a narrow pane too. */
    @Test
    void aLongLineOfCodeGoesOnInTheNext(FxRobot robot) {
        robot.interact(box::layout);
        Label longLine = robot.from(box).lookup(".markdown-code").nth(0).queryAs(Label.class);
        Label shortLine = robot.from(box).lookup(".markdown-code").nth(1).queryAs(Label.class);
        assertTrue(longLine.getWidth() <= 120, "width " + longLine.getWidth());
        assertTrue(longLine.getHeight() > 1.5 * shortLine.getHeight(), longLine.getHeight() + " high");
    }
}
