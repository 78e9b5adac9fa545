package ringside.app.theme;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.List;
import java.util.Locale;
import javafx.application.Application;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.text.Font;
import org.kordamp.ikonli.javafx.FontIcon;

/** The theme and the zoom, applied to scenes. Used on the JavaFX thread only. */
public final class Appearance {
    private static final double FONT_SIZE = 13;
    private static final double ICON_SIZE = 16;
    private static final double ZOOM_STEP = 1.1;
    private static final double SMALLEST = 0.7;
    private static final double LARGEST = 3.0;
    private static final List<String> FONTS = List.of(
            "inter/Inter-Regular.otf",
            "inter/Inter-Bold.otf",
            "inter/Inter-Italic.otf",
            "inter/Inter-BoldItalic.otf",
            "jetbrains_mono/JetBrainsMono-Regular.ttf",
            "jetbrains_mono/JetBrainsMono-Bold.ttf",
            "jetbrains_mono/JetBrainsMono-Italic.ttf",
            "jetbrains_mono/JetBrainsMono-BoldItalic.ttf");

    private final ObjectProperty<Theme> theme = new SimpleObjectProperty<>(this, "theme", Theme.DARK);
    private final DoubleProperty zoom = new SimpleDoubleProperty(this, "zoom", 1);

    /** Loads the fonts; the theme is dark and the zoom 1. */
    public Appearance() {
        for (String font : FONTS) {
            loadFont("/com/formdev/flatlaf/fonts/" + font);
        }
    }

    private static void loadFont(String path) {
        try (InputStream in = Appearance.class.getResourceAsStream(path)) {
            if (in == null || Font.loadFont(in, FONT_SIZE) == null) {
                throw new IllegalStateException("cannot load the font " + path);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The theme. */
    public ObjectProperty<Theme> themeProperty() {
        return theme;
    }

    /** The zoom, 1 for the ordinary size. */
    public DoubleProperty zoomProperty() {
        return zoom;
    }

    /** Makes everything a step larger. */
    public void zoomIn() {
        zoom.set(Math.min(LARGEST, zoom.get() * ZOOM_STEP));
    }

    /** Makes everything a step smaller. */
    public void zoomOut() {
        zoom.set(Math.max(SMALLEST, zoom.get() / ZOOM_STEP));
    }

    /** Back to the ordinary size. */
    public void zoomReset() {
        zoom.set(1);
    }

    /** Makes the scene follow theme and zoom from now on. */
    public void follow(Scene scene) {
        apply(scene);
        theme.addListener((property, old, now) -> apply(scene));
        zoom.addListener((property, old, now) -> apply(scene));
    }

    private void apply(Scene scene) {
        Application.setUserAgentStylesheet(theme.get().controls());
        scene.getStylesheets()
                .setAll(
                        sheet("/bento.css"),
                        sheet("/themes/ringside.css"),
                        sheet("/themes/" + theme.get().label() + ".css"));
        scene.getRoot().setStyle(String.format(Locale.ROOT, "-fx-font-size: %.2fpx;", FONT_SIZE * zoom.get()));
        scene.getRoot().applyCss();
        scene.getRoot().lookupAll(".ikonli-font-icon").forEach(node -> {
            if (node instanceof FontIcon icon) {
                scale(icon);
            }
        });
    }

    /** An icon's inline style also names its font, which must stay. */
    private void scale(FontIcon icon) {
        long size = Math.round(ICON_SIZE * zoom.get());
        String font =
                icon.getStyle().replaceAll("-fx-(icon|font)-size:[^;]*;?", "").strip();
        String separator = font.isEmpty() || font.endsWith(";") ? "" : ";";
        icon.setStyle(font + separator + "-fx-icon-size: " + size + "px; -fx-font-size: " + size + "px;");
    }

    private static String sheet(String path) {
        URL found = Appearance.class.getResource(path);
        if (found == null) {
            throw new IllegalStateException("no style sheet " + path);
        }
        return found.toExternalForm();
    }
}
