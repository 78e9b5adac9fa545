package ringside.pane.code;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ListCell;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The row that is about to run can be seen, whatever was on show before. */
@ExtendWith(ApplicationExtension.class)
class CodeListTest {
    private CodeList list;

    @Start
    void show(Stage stage) {
        list = new CodeList("Source");
        list.setStyle("-fx-fixed-cell-size: 20px; -fx-font-size: 13px;");
        stage.setScene(new Scene(new StackPane(list), 400, 300));
        stage.show();
    }

    private static List<CodeLine> file(String name, int length, int next) {
        List<CodeLine> lines = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            List<Span> spans =
                    List.of(Span.plain(name + " " + i + (i % 17 == 5 && name.equals("one") ? " long".repeat(60) : "")));
            CodeLine.Mark mark = i == next ? CodeLine.Mark.NEXT : CodeLine.Mark.NONE;
            lines.add(new CodeLine(i, Integer.toString(i + 1), mark, true, false, spans, ""));
        }
        return lines;
    }

    @ParameterizedTest
    @CsvSource({
        "20, 11, 94, 93",
        "20, 11, 95, 93",
        "110, 99, 95, 93",
        "300, 250, 94, 92",
        "400, 10, 94, 93",
        "94, 92, 400, 250",
        "200, 93, 201, 95"
    })
    void theNextRowIsInSightAfterAnotherFileCame(int length, int next, int newLength, int newNext, FxRobot robot)
            throws TimeoutException {
        robot.interact(() -> {
            list.showLines(file("one", length, next));
            list.reveal(next);
        });
        WaitForAsyncUtils.waitForFxEvents();
        robot.interact(() -> {
            list.showLines(file("other", newLength, newNext));
            list.reveal(newNext);
        });
        WaitForAsyncUtils.waitForFxEvents();
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> isInSight("other " + newNext));
    }

    private boolean isInSight(String text) {
        for (Node node : list.lookupAll(".list-cell")) {
            if (node instanceof ListCell<?> cell
                    && cell.getItem() instanceof CodeLine line
                    && line.plainText().equals(text)) {
                double top = list.sceneToLocal(cell.localToScene(0, 0)).getY();
                return cell.isVisible() && top >= 0 && top + cell.getHeight() <= list.getHeight();
            }
        }
        return false;
    }
}
