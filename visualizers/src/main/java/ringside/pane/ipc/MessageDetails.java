package ringside.pane.ipc;

import java.util.List;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import ringside.kernels.view.IpcView;
import ringside.kernels.view.IpcView.Kind;
import ringside.kernels.view.IpcView.Loan;
import ringside.kernels.view.IpcView.Message;
import ringside.kernels.view.NamedValue;
import ringside.pane.NumberText;
import ringside.pane.PaneOutlet;
import ringside.pane.Words;

/** One message with every field of its request and its answer, what was lent for it, and what it cost. */
final class MessageDetails extends ScrollPane {
    private final VBox content = new VBox();
    private final Runnable onClosed;
    private Exchange shown;
    private MessagePoint shownPoint;

    MessageDetails(Runnable onClosed) {
        this.onClosed = onClosed;
        content.getStyleClass().add("message-details");
        setContent(content);
        setFitToWidth(true);
        getStyleClass().addAll("pane-scroll", "details-scroll");
        setId("message-details");
        setMinSize(0, 0);
    }

    void show(Exchange exchange, MessagePoint point, PaneOutlet outlet) {
        if (exchange.equals(shown) && point == shownPoint) {
            return;
        }
        boolean another = shown == null || shown.index() != exchange.index();
        shown = exchange;
        shownPoint = point;
        Message message = exchange.message();
        content.getChildren().setAll(head(message));
        content.getChildren().add(moments(exchange, point, outlet));
        boolean event = message.kind() == Kind.EVENT;
        fields(event ? "ipc.details.event" : "ipc.details.request", message.request());
        if (message.reply().isEmpty()) {
            if (message.kind() == Kind.CALL) {
                section("ipc.details.reply");
                content.getChildren()
                        .add(words(
                                Words.of(
                                        "ipc.details.noReply." + message.state().name()),
                                "dim"));
            }
        } else {
            fields("ipc.details.reply", message.reply());
        }
        loans(message, outlet);
        costs(message);
        if (another) {
            setVvalue(0);
        }
    }

    private Node head(Message message) {
        Label title = new Label(Words.of("ipc.details.title", message.operation(), message.channel()));
        title.getStyleClass().add("details-title");
        title.setMinWidth(0);
        Label state = new Label(MessageWords.state(message));
        state.getStyleClass()
                .addAll("details-state", "message-" + message.state().name().toLowerCase(java.util.Locale.ROOT));
        state.setMinWidth(Region.USE_PREF_SIZE);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button close = new Button("\u00d7");
        close.getStyleClass().add("quiet-button");
        close.setAccessibleText(Words.of("ipc.details.close"));
        close.setTooltip(new Tooltip(Words.of("ipc.details.close")));
        close.setMinWidth(Region.USE_PREF_SIZE);
        close.setOnAction(event -> onClosed.run());
        HBox line = new HBox(title, state, gap, close);
        line.getStyleClass().add("details-head");
        Label who = words(
                Words.of("ipc.details.who." + message.kind().name(), message.clientName(), message.serverName()),
                "dim");
        VBox head = new VBox(line, who);
        if (!message.result().isEmpty()) {
            boolean error = MessageWords.isError(message.result());
            Label result = words(
                    Words.of("ipc.details.result", (error ? "\u2716 " : "") + message.result()),
                    error ? "bad" : "strong");
            result.setId("message-result");
            head.getChildren().add(result);
        }
        return head;
    }

    // ---- moments ----

    private Node moments(Exchange exchange, MessagePoint chosen, PaneOutlet outlet) {
        GridPane grid = grid();
        Message known = exchange.known();
        for (MessagePoint point : MessagePoint.of(known)) {
            Hyperlink link = new Hyperlink(NumberText.grouped(point.mark(known)));
            link.getStyleClass().addAll("mono", "details-link");
            link.setId("message-" + point.name().toLowerCase(java.util.Locale.ROOT));
            link.setAccessibleText(MessageWords.spoken(known, point));
            link.setTooltip(new Tooltip(Words.of("ipc.details.go")));
            link.setOnAction(event -> outlet.seek(point.mark(known)));
            String name = Words.of(point.key());
            Label label = new Label(point == chosen ? "\u25b8 " + name : name);
            label.getStyleClass().add(point == chosen ? "strong" : "dim");
            int row = grid.getRowCount();
            grid.add(label, 0, row);
            grid.add(link, 1, row);
            if (!exchange.has(point)) {
                grid.add(words(Words.of("ipc.details.later"), "faint"), 2, row);
            }
        }
        if (exchange.message().latency() >= 0) {
            row(
                    grid,
                    Words.of("ipc.details.latency"),
                    Words.of(
                            "ipc.details.instructions",
                            NumberText.grouped(exchange.message().latency())));
        }
        if (known.callAddress() != 0) {
            Hyperlink code = new Hyperlink(NumberText.address(known.callAddress()));
            code.getStyleClass().addAll("mono", "details-link");
            code.setId("message-code");
            code.setTooltip(new Tooltip(Words.of("ipc.details.code.hint", known.clientName())));
            code.setOnAction(event -> outlet.showCode(known.callAddress()));
            Label label = new Label(Words.of("ipc.details.code"));
            label.getStyleClass().add("dim");
            int row = grid.getRowCount();
            grid.add(label, 0, row);
            grid.add(code, 1, row);
        }
        return grid;
    }

    // ---- fields ----

    private void section(String key) {
        Label title = new Label(Words.of(key));
        title.getStyleClass().add("details-section");
        title.setWrapText(true);
        content.getChildren().add(title);
    }

    private void fields(String key, List<NamedValue> fields) {
        section(key);
        GridPane grid = grid();
        for (NamedValue field : fields) {
            Label name = new Label(field.name());
            name.getStyleClass().add("dim");
            Label value = new Label(value(field));
            value.getStyleClass().add("mono");
            Label meaning = words(field.kind() == NamedValue.Kind.TEXT ? "" : field.words(), "details-meaning");
            int row = grid.getRowCount();
            grid.add(name, 0, row);
            grid.add(value, 1, row);
            grid.add(meaning, 2, row);
        }
        content.getChildren().add(grid);
    }

    private static String value(NamedValue field) {
        return switch (field.kind()) {
            case NUMBER -> NumberText.grouped(field.value());
            case ADDRESS ->
                field.value() >= 0 && field.value() < 0x1_0000
                        ? "0x" + field.digits()
                        : NumberText.address(field.value());
            case TEXT -> field.words();
        };
    }

    private static GridPane grid() {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("details-grid");
        ColumnConstraints names = new ColumnConstraints();
        names.setMinWidth(Region.USE_PREF_SIZE);
        ColumnConstraints values = new ColumnConstraints();
        values.setMinWidth(Region.USE_PREF_SIZE);
        ColumnConstraints rest = new ColumnConstraints();
        rest.setHgrow(Priority.ALWAYS);
        rest.setHalignment(HPos.LEFT);
        grid.getColumnConstraints().addAll(names, values, rest);
        return grid;
    }

    private static void row(GridPane grid, String name, String value) {
        Label label = new Label(name);
        label.getStyleClass().add("dim");
        GridPane.setValignment(label, VPos.TOP);
        int row = grid.getRowCount();
        grid.add(label, 0, row);
        grid.add(words(value, "fg"), 1, row, 2, 1);
    }

    private static Label words(String text, String style) {
        Label label = new Label(text);
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.setMinWidth(0);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    // ---- loans and costs ----

    private void loans(Message message, PaneOutlet outlet) {
        if (message.loans().isEmpty()) {
            return;
        }
        section("ipc.details.loans");
        for (Loan loan : message.loans()) {
            GridPane grid = grid();
            link(grid, message.clientName(), message.client(), loan.clientStart(), loan.clientEnd(), outlet);
            link(grid, message.serverName(), message.server(), loan.serverStart(), loan.serverEnd(), outlet);
            row(
                    grid,
                    Words.of("ipc.loan.rights"),
                    Words.of(loan.writable() ? "ipc.loan.writable" : "ipc.loan.readOnly", message.serverName()));
            row(
                    grid,
                    Words.of("ipc.loan.pages"),
                    loan.pages() == 0
                            ? Words.of("ipc.loan.noPages")
                            : Words.of("ipc.loan.whole", NumberText.grouped(loan.pages())));
            if (loan.headBytes() + loan.tailBytes() > 0) {
                row(
                        grid,
                        Words.of("ipc.loan.bounce"),
                        Words.of(
                                "ipc.loan.ends",
                                NumberText.grouped(loan.headBytes()),
                                NumberText.grouped(loan.tailBytes())));
            }
            row(grid, Words.of("ipc.loan.copied"), Words.of("ipc.loan.bytes", NumberText.grouped(loan.copiedBytes())));
            content.getChildren().add(grid);
        }
    }

    /** A range in one task's addresses, which leads to the address spaces. */
    private static void link(GridPane grid, String name, int task, long start, long end, PaneOutlet outlet) {
        Label label = new Label(Words.of("ipc.loan.in", name));
        label.getStyleClass().add("dim");
        int row = grid.getRowCount();
        grid.add(label, 0, row);
        if (start == 0 && end == 0) {
            grid.add(words(Words.of("ipc.loan.kernels"), "faint"), 1, row, 2, 1);
            return;
        }
        Hyperlink link = new Hyperlink(MessageWords.range(start, end));
        link.getStyleClass().addAll("mono", "details-link");
        link.setTooltip(new Tooltip(Words.of("ipc.loan.go", name)));
        link.setOnAction(event -> outlet.reveal("address-spaces", task + ":" + Long.toHexString(start)));
        grid.add(link, 1, row, 2, 1);
    }

    private void costs(Message message) {
        if (message.kind() != Kind.CALL) {
            return;
        }
        section("ipc.details.costs");
        IpcView.Costs costs = message.costs();
        GridPane grid = grid();
        row(grid, Words.of("ipc.cost.modes"), NumberText.grouped(costs.modeSwitches()));
        row(grid, Words.of("ipc.cost.spaces"), NumberText.grouped(costs.addressSpaceSwitches()));
        row(grid, Words.of("ipc.cost.contexts"), NumberText.grouped(costs.contextSwitches()));
        row(grid, Words.of("ipc.cost.copies"), NumberText.grouped(costs.copies()));
        content.getChildren().addAll(grid, words(Words.of("ipc.cost.note"), "faint"));
    }
}
