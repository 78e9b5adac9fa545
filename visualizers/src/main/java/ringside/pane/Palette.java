package ringside.pane;

import java.util.LinkedHashMap;
import java.util.Map;
import javafx.scene.Group;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.text.Text;

/**
 * The theme's colours for panes that paint on a canvas.
 *
 * <p>How it works: one invisible text for each colour takes its fill from the style sheets, as any text does; so a
 * change of theme arrives by itself.
 */
public final class Palette extends Group {
    private final Map<String, Text> samples = new LinkedHashMap<>();

    /** Makes a palette that calls back when a colour has changed. Add it to the pane. */
    public Palette(Runnable onChange, String... names) {
        setManaged(false);
        setVisible(false);
        for (String name : names) {
            Text sample = new Text();
            sample.setStyle("-fx-fill: -rs-" + name + ";");
            sample.fillProperty().addListener((property, old, now) -> onChange.run());
            samples.put(name, sample);
            getChildren().add(sample);
        }
    }

    /** The colour of that name. */
    public Color colour(String name) {
        Text sample = samples.get(name);
        Paint fill = sample == null ? null : sample.getFill();
        return fill instanceof Color colour ? colour : Color.GRAY;
    }
}
