package ringside.pane.mpu;

import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import ringside.cpu.armv7m.exception.NvicView;
import ringside.cpu.armv7m.mpu.MpuView;
import ringside.kernels.view.MemoryMapView;
import ringside.kernels.view.SchedulerView;
import ringside.kernels.view.TasksView;
import ringside.pane.Coordinates;
import ringside.pane.NumberText;
import ringside.pane.Pane;
import ringside.pane.ViewRequest;
import ringside.pane.Views;
import ringside.pane.Words;

/** Draws the MPU's regions on bars and in a table, and answers who may touch an address. */
public final class MpuPane extends Pane {
    private static final String[] COLUMNS = {
        "number", "base", "size", "subregions", "unprivileged", "privileged", "execute", "owner"
    };
    private static final PseudoClass ERROR = PseudoClass.getPseudoClass("error");

    private final VBox bars = new VBox();
    private final GridPane table = new GridPane();
    private final Label background = new Label();
    private final TextField question = new TextField();
    private final FlowPane verdicts = new FlowPane();
    private final HBox askRow = new HBox();
    private final ScrollPane scroll = new ScrollPane();
    private MpuPaneModel shown;
    private Views lastViews = Views.NONE;
    private Coordinates lastCoordinates = Coordinates.START;
    private long asked = -1;

    /** Makes an empty pane. */
    public MpuPane() {
        super("mpu");
        question.setPromptText(Words.of("mpu.ask"));
        question.setAccessibleText(Words.of("mpu.ask"));
        question.setId("mpu-question");
        question.getStyleClass().add("address-field");
        question.setOnAction(event -> askTyped());
        Label ask = new Label(Words.of("mpu.who"));
        ask.getStyleClass().add("dim");
        verdicts.getStyleClass().add("verdicts");
        askRow.getChildren().setAll(ask, question);
        askRow.setAlignment(Pos.CENTER_LEFT);
        askRow.getStyleClass().add("ask-row");
        background.getStyleClass().addAll("dim", "mpu-background");
        background.setWrapText(true);
        table.getStyleClass().add("mpu-table");
        VBox content = new VBox(bars, verdicts, table, background);
        content.getStyleClass().addAll("pane-content", "mpu-content");
        scroll.setContent(content);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("pane-scroll");
        showEmpty("empty.noMachine");
    }

    private void askTyped() {
        long typed = NumberText.parseAddress(question.getText());
        boolean cleared = question.getText().isBlank();
        question.pseudoClassStateChanged(ERROR, typed == NumberText.NO_ADDRESS && !cleared);
        if (typed != NumberText.NO_ADDRESS || cleared) {
            ask(typed);
        }
    }

    /** Asks who may touch this address; -1 for none. */
    public void ask(long address) {
        asked = address;
        if (address >= 0) {
            question.setText(NumberText.address(address));
        }
        show(lastViews, lastCoordinates);
    }

    @Override
    public Node headerControl() {
        return askRow;
    }

    @Override
    public List<ViewRequest> requests() {
        return List.of(
                ViewRequest.of(MpuView.class),
                ViewRequest.of(MemoryMapView.class),
                ViewRequest.of(TasksView.class),
                ViewRequest.of(SchedulerView.class),
                ViewRequest.of(NvicView.class));
    }

    @Override
    public void show(Views views, Coordinates coordinates) {
        lastViews = views;
        lastCoordinates = coordinates;
        Optional<MpuPaneModel> model = MpuPaneModel.of(views, coordinates, asked);
        if (model.isEmpty()) {
            shown = null;
            showEmpty(views, MpuView.class, "mpu.why");
            return;
        }
        MpuPaneModel content = model.get();
        if (!content.equals(shown)) {
            showBars(content);
            bars.getStyleClass().remove("mpu-idle");
            if (!content.inForce()) {
                bars.getStyleClass().add("mpu-idle");
            }
            showTable(content);
            background.setText("\u2013   " + content.background());
            showVerdicts(content);
            shown = content;
        }
        note(content.state());
        if (getCenter() != scroll) {
            setCenter(scroll);
        }
    }

    private void showBars(MpuPaneModel content) {
        while (bars.getChildren().size() > content.bars().size()) {
            bars.getChildren().remove(bars.getChildren().size() - 1);
        }
        while (bars.getChildren().size() < content.bars().size()) {
            bars.getChildren().add(new AddressBar(this::ask));
        }
        for (int i = 0; i < content.bars().size(); i++) {
            ((AddressBar) bars.getChildren().get(i)).show(content.bars().get(i));
        }
    }

    private void showTable(MpuPaneModel content) {
        table.getChildren().clear();
        if (content.rows().isEmpty()) {
            Label none = new Label(Words.of("mpu.noRegions"));
            none.getStyleClass().add("faint");
            table.add(none, 0, 0, COLUMNS.length, 1);
            return;
        }
        for (int column = 0; column < COLUMNS.length; column++) {
            Label head = new Label(Words.of("mpu.column." + COLUMNS[column]));
            head.getStyleClass().add("dim");
            table.add(head, column, 0);
        }
        int line = 1;
        for (MpuPaneModel.Row row : content.rows()) {
            String[] cells = {
                Integer.toString(row.number()),
                row.base(),
                row.size(),
                row.subregions(),
                row.unprivileged(),
                row.privileged(),
                row.execute(),
                row.owner()
            };
            for (int column = 0; column < cells.length; column++) {
                Label cell = new Label(cells[column]);
                cell.setMinWidth(0);
                if (column < 4) {
                    cell.getStyleClass().add("mono");
                }
                if (row.changed()) {
                    cell.getStyleClass().add("chg");
                } else if (!row.enabled()) {
                    cell.getStyleClass().add("faint");
                }
                cell.setTooltip(new Tooltip(row.hint()));
                table.add(cell, column, line);
            }
            line++;
        }
    }

    private void showVerdicts(MpuPaneModel content) {
        verdicts.getChildren().clear();
        verdicts.setManaged(!content.answer().isEmpty());
        for (MpuPaneModel.Verdict verdict : content.answer()) {
            Label label = new Label((verdict.allowed() ? "\u2713 " : "\u2716 ") + verdict.who() + " " + verdict.what());
            label.getStyleClass().addAll("verdict", verdict.allowed() ? "ok" : "bad");
            label.setTooltip(new Tooltip(verdict.why()));
            label.setAccessibleText(label.getText() + ": " + verdict.why());
            label.setMinWidth(0);
            verdicts.getChildren().add(label);
        }
        if (!content.answer().isEmpty()) {
            Label why = new Label(content.answer().get(1).why());
            why.getStyleClass().add("dim");
            why.setMinWidth(0);
            verdicts.getChildren().add(why);
        }
    }
}
