package ringside.app.window;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.application.Application;
import javafx.stage.Stage;
import ringside.app.command.KeyMap;
import ringside.app.preference.Preferences;
import ringside.app.preference.PreferencesFile;
import ringside.app.simulation.SessionSimulation;
import ringside.app.start.StartContent;
import ringside.app.theme.Appearance;
import ringside.app.theme.Theme;
import ringside.kernels.image.ImageCatalog;
import ringside.lessons.catalog.LessonCatalog;

/** The program with a window: preferences, simulation and main window. */
public final class WindowProgram extends Application {
    /** JavaFX warns of the class path, which this program uses on purpose. Kept, since loggers are held weakly. */
    private static final Logger JAVAFX = Logger.getLogger("javafx");

    private final PreferencesFile file = PreferencesFile.ofUser();
    private final SessionSimulation simulation = new SessionSimulation();
    private Preferences preferences = Preferences.DEFAULTS;
    private Appearance appearance;

    /** Opens the window, and returns when it has been closed. */
    public static void open() {
        JAVAFX.setLevel(Level.SEVERE);
        launch(WindowProgram.class);
    }

    @Override
    public void start(Stage stage) {
        preferences = file.read();
        appearance = new Appearance();
        appearance.themeProperty().set(Theme.named(preferences.theme()));
        appearance.zoomProperty().set(preferences.zoom());
        String problem = file.problem();
        KeyMap keys = KeyMap.presets();
        try {
            keys = keys.with(preferences.keys());
        } catch (IllegalArgumentException bad) {
            problem = bad.getMessage();
        }
        appearance.themeProperty().addListener((property, old, now) -> save());
        appearance.zoomProperty().addListener((property, old, now) -> save());
        MainWindow window = new MainWindow(stage, simulation, appearance, keys, outlet());
        if (!problem.isEmpty()) {
            simulation.tell(problem);
        }
        window.show();
    }

    private WindowOutlet outlet() {
        return new WindowOutlet() {
            @Override
            public StartContent startContent() {
                return new StartContent(ImageCatalog.recipes(), lessons(), recentFiles());
            }

            @Override
            public void opened(String opened) {
                preferences = preferences.withRecent(opened);
                save();
            }
        };
    }

    /** Those of the recent files that are still there. */
    private List<String> recentFiles() {
        return preferences.recent().stream()
                .filter(file -> Files.isReadable(Path.of(file)))
                .toList();
    }

    private static List<StartContent.Lesson> lessons() {
        return LessonCatalog.summaries().stream()
                .map(lesson -> new StartContent.Lesson(
                        lesson.id(), lesson.title(), lesson.style(), lesson.steps(), lesson.minutes()))
                .toList();
    }

    private void save() {
        preferences = preferences.withLook(
                appearance.themeProperty().get().label(),
                appearance.zoomProperty().get());
        file.write(preferences);
    }

    @Override
    public void stop() {
        save();
        simulation.close();
    }
}
