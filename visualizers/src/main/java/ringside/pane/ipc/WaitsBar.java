package ringside.pane.ipc;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import ringside.kernels.view.IpcView;
import ringside.kernels.view.IpcView.Wait;
import ringside.pane.NumberText;
import ringside.pane.TaskColour;
import ringside.pane.Words;

/** Who is blocked on whom now: a line for each chain of waiting tasks, and one for those that wait for nobody else. */
final class WaitsBar extends VBox {
    private final Consumer<Wait> onChosen;
    private IpcView shown;

    WaitsBar(Consumer<Wait> onChosen) {
        this.onChosen = onChosen;
        getStyleClass().add("waits");
        setId("ipc-waits");
    }

    void show(IpcView view) {
        if (shown != null
                && shown.waits().equals(view.waits())
                && shown.messages().equals(view.messages())) {
            return;
        }
        shown = view;
        getChildren().clear();
        Waits waits = Waits.of(view);
        for (Waits.Chain chain : waits.chains()) {
            getChildren().add(line(chain, view));
        }
        for (Wait wait : waits.orphans()) {
            getChildren().add(orphan(wait));
        }
        if (!waits.others().isEmpty()) {
            getChildren().add(others(waits.others()));
        }
        if (view.waits().isEmpty()) {
            Label none = new Label(Words.of("ipc.wait.none"));
            none.getStyleClass().add("faint");
            getChildren().add(none);
        }
        setAccessibleText(String.join(" ", waits.sentences()));
    }

    private Node line(Waits.Chain chain, IpcView view) {
        FlowPane line = new FlowPane();
        line.getStyleClass().add("wait-line");
        Label title = new Label(Words.of("ipc.wait.title"));
        title.getStyleClass().add("dim");
        line.getChildren().add(title);
        for (Wait wait : chain.links()) {
            line.getChildren().addAll(task(wait.task(), wait.name()), arrow(wait));
        }
        line.getChildren().add(task(chain.lastTask(), nameOf(chain.lastTask(), view)));
        if (chain.circular()) {
            Label circle = new Label("\u21ba " + Words.of("ipc.wait.circle"));
            circle.getStyleClass().add("bad");
            line.getChildren().add(circle);
        }
        return line;
    }

    private Node orphan(Wait wait) {
        FlowPane line = new FlowPane();
        line.getStyleClass().add("wait-line");
        Label title = new Label(Words.of("ipc.wait.title"));
        title.getStyleClass().add("dim");
        Label never = new Label("\u2716 " + Words.of("ipc.wait.never"));
        never.getStyleClass().add("bad");
        line.getChildren().addAll(title, task(wait.task(), wait.name()), arrow(wait), never);
        return line;
    }

    private static String nameOf(int task, IpcView view) {
        return view.lifelines().stream()
                .filter(lifeline -> lifeline.task() == task)
                .map(IpcView.Lifeline::name)
                .findFirst()
                .orElse(Integer.toString(task));
    }

    private static Node task(int task, String name) {
        Region swatch = new Region();
        swatch.getStyleClass().addAll("task-swatch", "fill-" + TaskColour.of(task));
        Label label = new Label(name, swatch);
        label.getStyleClass().add("wait-task");
        return label;
    }

    private Node arrow(Wait wait) {
        Button arrow = new Button(Words.of("ipc.wait.arrow", reason(wait)));
        arrow.getStyleClass().addAll("quiet-button", "wait-reason");
        String since = wait.since() == IpcView.NEVER
                ? ""
                : "\n" + Words.of("ipc.wait.since", NumberText.grouped(wait.since()));
        arrow.setTooltip(new Tooltip(Words.of("ipc.wait.spoken", wait.name(), MessageWords.reason(wait)) + since));
        arrow.setAccessibleText(Words.of("ipc.wait.spoken", wait.name(), MessageWords.reason(wait)));
        arrow.setOnAction(event -> onChosen.accept(wait));
        return arrow;
    }

    /** What is asked, without the name of whom, which stands behind the arrow. */
    private static String reason(Wait wait) {
        return MessageWords.reason(wait).replaceFirst("^\\S+ to answer ", "").replaceFirst(" of scheme .*$", "");
    }

    private Node others(List<Wait> waits) {
        Map<String, List<String>> byReason = new LinkedHashMap<>();
        for (Wait wait : waits) {
            String reason = wait.reason().isEmpty() ? wait.on() : kind(wait);
            byReason.computeIfAbsent(reason, any -> new java.util.ArrayList<>()).add(wait.name());
        }
        String text = byReason.entrySet().stream()
                .map(entry -> Words.of("ipc.wait.idle", String.join(", ", entry.getValue()), entry.getKey()))
                .collect(Collectors.joining("; "));
        Label label = new Label(Words.of("ipc.wait.others", text));
        label.getStyleClass().add("dim");
        label.setMinWidth(0);
        Tooltip all = new Tooltip(waits.stream()
                .map(wait -> Words.of("ipc.wait.spoken", wait.name(), MessageWords.reason(wait)))
                .collect(Collectors.joining("\n")));
        label.setTooltip(all);
        return label;
    }

    /** The sort of thing that a task waits for: the kernel's word for it, in the bundle's words if it has them. */
    private static String kind(Wait wait) {
        String key = "ipc.wait.reason." + wait.reason();
        return Words.has(key) ? Words.of(key) : MessageWords.reason(wait);
    }
}
