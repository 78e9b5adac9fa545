package ringside.app.window;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import ringside.app.simulation.Simulation;
import ringside.pane.NumberText;
import ringside.pane.Words;

/** The speed of running: from one instruction a second to as fast as it goes, on a logarithmic scale. */
final class SpeedControl extends HBox {
    private static final Words WORDS = Words.bundle("window");
    private static final double DECADES = 6;

    SpeedControl(Simulation simulation) {
        super(8);
        setAlignment(Pos.CENTER_LEFT);
        Label name = new Label(WORDS.get("toolbar.speed"));
        name.getStyleClass().add("speed-label");
        Label value = new Label();
        value.getStyleClass().add("speed-value");
        Slider slider = new Slider(0, DECADES + 0.5, DECADES + 0.5);
        slider.getStyleClass().add("speed-slider");
        slider.setBlockIncrement(0.5);
        slider.setAccessibleText(WORDS.get("toolbar.speed"));
        slider.valueProperty().addListener((property, old, now) -> {
            double speed = speed(now.doubleValue());
            value.setText(text(speed));
            simulation.speed(speed);
        });
        value.setText(text(speed(slider.getValue())));
        getChildren().addAll(name, slider, value);
    }

    /** The speed at a position of the slider. */
    static double speed(double position) {
        if (position > DECADES + 0.05) {
            return Simulation.FULL_SPEED;
        }
        double exact = Math.pow(10, position);
        double unit = Math.pow(10, Math.floor(Math.log10(exact)));
        double rounded = Math.round(exact / unit) * unit;
        return Math.max(1, rounded);
    }

    private static String text(double speed) {
        return speed == Simulation.FULL_SPEED
                ? WORDS.get("speed.full")
                : WORDS.get("speed.perSecond", NumberText.grouped(Math.round(speed)));
    }
}
