package ringside.app.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import ringside.kernels.image.ImageCatalog;
import ringside.kernels.image.Recipe;

/** The start page with the images of this build. */
@ExtendWith(ApplicationExtension.class)
class StartPageTest {
    private final List<String> opened = new ArrayList<>();

    @Start
    void start(Stage stage) {
        StartContent content = new StartContent(ImageCatalog.recipes(), List.of(), List.of());
        StartPage page = new StartPage(content, new StartPage.Choice() {
            @Override
            public void open(String imageOrFile) {
                opened.add(imageOrFile);
            }

            @Override
            public void lesson(String id) {}

            @Override
            public void browse() {}
        });
        stage.setScene(new Scene(page, 1600, 1000));
        stage.show();
    }

    private static Recipe recipe(String name) {
        return ImageCatalog.recipes().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Set<String> texts(FxRobot robot) {
        return robot.lookup("#recipe-sheet .label").queryAllAs(Label.class).stream()
                .map(Label::getText)
                .collect(Collectors.toSet());
    }

    @Test
    void everyStyleThatIsThereBootsByOneClick(FxRobot robot) {
        robot.clickOn("#boot-redox");
        robot.clickOn("#boot-tock");
        robot.clickOn("#boot-mini-redox-supervised");
        assertEquals(List.of("mini-redox", "mini-tock", "mini-redox-supervised"), opened);
    }

    @Test
    void whatIsInAnImageIsItsRecipe(FxRobot robot) {
        Recipe recipe = recipe("mini-redox");
        robot.clickOn("#contents-mini-redox");
        Set<String> texts = texts(robot);
        assertTrue(texts.contains(recipe.output().sha256()), texts.toString());
        assertTrue(recipe.packages().size() > 10);
        for (Recipe.Package each : recipe.packages()) {
            assertTrue(texts.contains(each.name()) && texts.contains(each.recipe()), each.name());
        }
        robot.push(KeyCode.ESCAPE);
        assertEquals(Set.of(), texts(robot));
        assertEquals(List.of(), opened);
    }
}
