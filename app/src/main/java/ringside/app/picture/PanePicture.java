package ringside.app.picture;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import ringside.app.simulation.Frame;
import ringside.app.simulation.StillSimulation;
import ringside.app.theme.Appearance;
import ringside.app.theme.Theme;
import ringside.app.window.MainWindow;
import ringside.app.window.PaneSet;
import ringside.cpu.BadInputException;
import ringside.kernels.session.Session;
import ringside.pane.Coordinates;
import ringside.pane.Pane;

/**
 * Draws panes of a session, or its whole window, without a display.
 *
 * <p>Called on the thread that the session belongs to; nothing else may move the session meanwhile.
 */
public final class PanePicture {
    /** The name under which the whole window is drawn. */
    public static final String WINDOW = "window";

    private static final double WIDTH = 900;
    private static final double HEIGHT = 480;

    private PanePicture() {}

    /** The names of the panes that can be drawn. */
    public static List<String> names() {
        Drawing.start();
        return Drawing.call(() -> {
            List<String> names = new java.util.ArrayList<>(
                    PaneSet.all().stream().map(Pane::name).sorted().toList());
            names.remove("lesson");
            names.add(WINDOW);
            return List.copyOf(names);
        });
    }

    /**
     * Draws one pane of the session, at the instant where it stands.
     *
     * @throws BadInputException if there is no such pane, the file cannot be written, or nothing can be drawn here
     */
    public static void write(Session session, String pane, Path file) {
        List<String> names = names();
        if (!names.contains(pane)) {
            throw new BadInputException(
                    "there is no pane \"" + pane + "\" to draw; the panes are " + String.join(", ", names));
        }
        WritableImage image = pane.equals(WINDOW) ? window(session) : pane(session, pane);
        PngFile.write(image, file);
    }

    private static WritableImage pane(Session session, String name) {
        StillSimulation simulation = new StillSimulation(session);
        Scene scene = Drawing.call(() -> {
            Pane pane = PaneSet.all().stream()
                    .filter(one -> one.name().equals(name))
                    .findFirst()
                    .orElseThrow();
            Scene made = new Scene(framed(pane), WIDTH, HEIGHT);
            appearance().follow(made);
            made.snapshot(null);
            simulation.request(new HashSet<>(pane.requests()));
            Frame frame = simulation.frameProperty().get();
            pane.show(frame.views(), Coordinates.START.at(frame.status().mark()));
            // What a pane needs can depend on what it was shown.
            simulation.request(new HashSet<>(pane.requests()));
            frame = simulation.frameProperty().get();
            pane.show(frame.views(), Coordinates.START.at(frame.status().mark()));
            made.snapshot(null);
            return made;
        });
        return settled(scene);
    }

    private static WritableImage window(Session session) {
        StillSimulation simulation = new StillSimulation(session);
        Scene scene = Drawing.call(() -> {
            Stage stage = new Stage();
            MainWindow window = MainWindow.forPicture(stage, simulation, appearance());
            window.show();
            return stage.getScene();
        });
        settled(scene);
        WritableImage image = settled(scene);
        Drawing.call(() -> {
            scene.getWindow().hide();
            return null;
        });
        return image;
    }

    /** Long lists lay themselves out in several rounds: the picture is taken after they have had them. */
    private static WritableImage settled(Scene scene) {
        for (int round = 0; round < 4; round++) {
            Drawing.call(() -> scene.snapshot(null));
        }
        return Drawing.call(() -> scene.snapshot(null));
    }

    private static Appearance appearance() {
        Appearance appearance = new Appearance();
        appearance.themeProperty().set(Theme.DARK);
        return appearance;
    }

    private static Region framed(Pane pane) {
        Label title = new Label(pane.title());
        title.getStyleClass().add("strong");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Label note = new Label();
        note.getStyleClass().add("header-note");
        note.textProperty().bind(pane.noteProperty());
        HBox head = new HBox(title, gap, note);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("picture-head");
        BorderPane frame = new BorderPane(pane);
        frame.getStyleClass().add("picture-frame");
        frame.setTop(head);
        return frame;
    }
}
