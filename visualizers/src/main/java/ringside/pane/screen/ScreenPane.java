package ringside.pane.screen;

import java.util.List;
import java.util.Optional;
import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import ringside.cpu.view.VgaTextView;
import ringside.pane.Coordinates;
import ringside.pane.Pane;
import ringside.pane.ViewRequest;
import ringside.pane.Views;
import ringside.pane.Words;

/** Draws a PC's text screen as large as the pane allows. */
public final class ScreenPane extends Pane {
    /** The sixteen colours of the VGA in text mode: part of the emulated hardware, the same in every theme. */
    private static final Color[] COLOURS = {
        Color.web("#000000"), Color.web("#0000aa"), Color.web("#00aa00"), Color.web("#00aaaa"),
        Color.web("#aa0000"), Color.web("#aa00aa"), Color.web("#aa5500"), Color.web("#aaaaaa"),
        Color.web("#555555"), Color.web("#5555ff"), Color.web("#55ff55"), Color.web("#55ffff"),
        Color.web("#ff5555"), Color.web("#ff55ff"), Color.web("#ffff55"), Color.web("#ffffff")
    };
    /** A character cell is 9 by 16 dots. */
    private static final double CELL_RATIO = 9.0 / 16;

    private static final double FONT_SHARE = 0.86;

    private final Canvas canvas = new Canvas();
    private final StackPane holder = new StackPane(canvas);
    private VgaTextView shown;

    /** Makes an empty pane. */
    public ScreenPane() {
        super("screen");
        holder.setMinSize(0, 0);
        canvas.setManaged(false);
        canvas.widthProperty().bind(holder.widthProperty());
        canvas.heightProperty().bind(holder.heightProperty());
        canvas.widthProperty().addListener((property, old, now) -> paint());
        canvas.heightProperty().addListener((property, old, now) -> paint());
        showEmpty("empty.noMachine");
    }

    @Override
    public List<ViewRequest> requests() {
        return List.of(ViewRequest.of(VgaTextView.class));
    }

    @Override
    public void show(Views views, Coordinates coordinates) {
        Optional<VgaTextView> now = views.now(VgaTextView.class);
        if (now.isEmpty()) {
            showEmpty(views, VgaTextView.class, "screen.why");
            return;
        }
        shown = now.get();
        note(Words.of("screen.note", shown.columns(), shown.rows().size()));
        holder.setAccessibleText(String.join("\n", shown.rows()).stripTrailing());
        if (getCenter() != holder) {
            setCenter(holder);
        }
        paint();
    }

    private void paint() {
        if (shown == null) {
            return;
        }
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        int rows = shown.rows().size();
        double height = Math.min(canvas.getHeight() / rows, canvas.getWidth() / shown.columns() / CELL_RATIO);
        double width = height * CELL_RATIO;
        double left = (canvas.getWidth() - width * shown.columns()) / 2;
        g.setFill(COLOURS[0]);
        g.fillRect(left, 0, width * shown.columns(), height * rows);
        g.setFont(Font.font("JetBrains Mono", height * FONT_SHARE));
        g.setTextBaseline(VPos.CENTER);
        g.setTextAlign(TextAlignment.CENTER);
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < shown.columns(); column++) {
                paintCell(g, row, column, left + column * width, row * height, width, height);
            }
        }
    }

    private void paintCell(GraphicsContext g, int row, int column, double x, double y, double width, double height) {
        if (shown.background(row, column) != 0) {
            g.setFill(COLOURS[shown.background(row, column)]);
            g.fillRect(x, y, width + 0.5, height + 0.5);
        }
        char character = shown.rows().get(row).charAt(column);
        if (character != ' ') {
            g.setFill(COLOURS[shown.foreground(row, column)]);
            g.fillText(String.valueOf(character), x + width / 2, y + height / 2);
        }
        if (row == shown.cursorRow() && column == shown.cursorColumn()) {
            g.setFill(COLOURS[7]);
            g.fillRect(x, y + height * 0.85, width, height * 0.12);
        }
    }
}
