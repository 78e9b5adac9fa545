package ringside.app.window;

import java.awt.image.BufferedImage;
import java.io.File;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import ringside.app.command.KeyMap;
import ringside.app.theme.Appearance;
import ringside.app.theme.Theme;

/** Dev: takes pictures of the window. */
public final class WindowShots extends Application {
    public static final class Start { public static void main(String[] args) { Application.launch(WindowShots.class, args); } }

    @Override
    public void start(Stage stage) {
        Appearance appearance = new Appearance();
        MainWindow window = new MainWindow(stage, new SampleSimulation(), appearance, KeyMap.presets());
        window.show();
        String out = getParameters().getRaw().get(0);
        shot(stage, out + "-dark.png", () -> {
            appearance.themeProperty().set(Theme.LIGHT);
            shot(stage, out + "-light.png", () -> { Platform.exit(); });
        });
    }

    private static void dump(javafx.scene.Node n, int d) {
        System.out.println(" ".repeat(d) + n.getClass().getSimpleName() + " " + n.getStyleClass() + " " + n.getBoundsInParent() + " min " + n.minHeight(-1) + " pref " + n.prefHeight(-1)+"x"+n.prefWidth(-1));
        if (d < 14 && n instanceof javafx.scene.Parent p) for (var c : p.getChildrenUnmodifiable()) dump(c, d + 1);
    }

    private static void shot(Stage stage, String file, Runnable then) {
        var pause = new javafx.animation.PauseTransition(javafx.util.Duration.millis(900));
        pause.setOnFinished(e -> {
            if (Boolean.getBoolean("dump")) dump(stage.getScene().getRoot(), 0);
            WritableImage image = stage.getScene().snapshot(null);
            int w = (int) image.getWidth(), h = (int) image.getHeight();
            int[] px = new int[w * h];
            image.getPixelReader().getPixels(0, 0, w, h, javafx.scene.image.PixelFormat.getIntArgbInstance(), px, 0, w);
            BufferedImage b = new BufferedImage(w, h, BufferedImage.TYPE_INT_RGB);
            b.setRGB(0, 0, w, h, px, 0, w);
            try { javax.imageio.ImageIO.write(b, "png", new File(file)); } catch (Exception x) { x.printStackTrace(); }
            then.run();
        });
        pause.play();
    }
}
