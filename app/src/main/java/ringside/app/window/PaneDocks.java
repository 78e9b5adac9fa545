package ringside.app.window;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.application.Platform;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import ringside.pane.Pane;
import software.coley.bentofx.Bento;
import software.coley.bentofx.dockable.Dockable;
import software.coley.bentofx.layout.DockContainer;
import software.coley.bentofx.layout.container.DockContainerBranch;
import software.coley.bentofx.layout.container.DockContainerLeaf;
import software.coley.bentofx.layout.container.DockContainerRootBranch;

/**
 * Where the panes lie. They can be dragged between docks, split off, and put back with one command.
 *
 * <p>The arrangement: lesson at the left (only while there is one), code in the middle above the regions, registers
 * above the scheduler at the right, the timeline along the bottom; with a microkernel, the messages between tasks first. In
 * a low window the lesson reaches down beside the timeline.
 */
final class PaneDocks extends StackPane {
    /** In a window lower than this a lesson's text gets the whole height, beside the timeline. */
    private static final double LOW = 760;

    private static final String PC = "x86-64";

    /** The style whose kernels do little themselves: messages between tasks have the best place. */
    private static final String MICROKERNEL = "redox";

    private final Bento bento = new Bento();
    private final Map<String, Pane> panes = new LinkedHashMap<>();
    private final Map<String, Dockable> dockables = new LinkedHashMap<>();
    private final Runnable onVisibleChanged;
    private boolean lessonShown;
    private String machine = "";
    private String style = "";
    private boolean userArranged;
    private Runnable proportions = () -> {};

    PaneDocks(List<Pane> all, Runnable onVisibleChanged) {
        this.onVisibleChanged = onVisibleChanged;
        setMinSize(0, 0);
        getStyleClass().add("dock-root");
        bento.controlsBuilding().setHeaderPaneFactory(PaneHeader::new);
        for (Pane pane : all) {
            panes.put(pane.name(), pane);
            Dockable dockable = bento.dockBuilding().dockable(pane.name());
            dockable.setTitle(pane.title());
            dockable.setNode(pane);
            dockable.setClosable(false);
            dockables.put(pane.name(), dockable);
        }
        widthProperty().addListener((property, old, now) -> keepProportions());
        heightProperty().addListener((property, old, now) -> keepProportions());
        addEventFilter(MouseEvent.MOUSE_DRAGGED, event -> {
            boolean divider = event.getTarget() instanceof Node node
                    && (node.getStyleClass().contains("split-pane-divider")
                            || node.getStyleClass().toString().contains("grabber"));
            userArranged |= divider;
        });
        arrange();
    }

    /** Puts every pane back in its place. */
    void arrange() {
        for (Dockable dockable : dockables.values()) {
            dockable.inContainer(DockContainerLeaf::removeDockable);
        }
        new ArrayList<>(bento.getRootContainers()).forEach(bento::unregisterRoot);
        DockRootContents contents = style.equals(MICROKERNEL) ? messagesFirst() : codeFirst();
        boolean lessonBeside = lessonShown && getHeight() > 0 && getHeight() < LOW;
        List<DockContainer> columns = new ArrayList<>(contents.columns);
        if (lessonShown && !lessonBeside) {
            columns.add(0, leaf("lesson"));
        }
        DockContainerBranch upper = branch(Orientation.HORIZONTAL, columns.toArray(DockContainer[]::new));
        DockContainerLeaf bottom = contents.bottom;
        DockContainerRootBranch root = bento.dockBuilding().root("root");
        if (lessonBeside) {
            DockContainerBranch machine = branch(Orientation.VERTICAL, upper, bottom);
            root.setOrientation(Orientation.HORIZONTAL);
            root.addContainers(leaf("lesson"), machine);
            proportions = () -> {
                root.setDividerPositions(lessonWidth() / Math.max(1, getWidth()));
                size(machine, upper, contents, Math.max(1, getWidth() - lessonWidth()), false);
            };
        } else {
            root.setOrientation(Orientation.VERTICAL);
            root.addContainers(upper, bottom);
            proportions = () -> size(root, upper, contents, Math.max(1, getWidth()), lessonShown);
        }
        getChildren().setAll(root);
        bento.registerRoot(root);
        userArranged = false;
        proportions.run();
        onVisibleChanged.run();
    }

    /** Gives each dock its share of the window, until the user has moved a divider. */
    private void keepProportions() {
        if (!userArranged && getWidth() > 0 && getHeight() > 0) {
            proportions.run();
            Platform.runLater(proportions);
        }
    }

    private double lessonWidth() {
        return clamp(getWidth() * 0.19, 250, 360);
    }

    /** Code in the middle above what belongs to the machine, registers and scheduler at the right. */
    private DockRootContents codeFirst() {
        DockContainerBranch code =
                branch(Orientation.HORIZONTAL, leaf("source"), leaf("disassembly", "memory", "stack"));
        DockContainerBranch middle = branch(Orientation.VERTICAL, code, leaf(machinePanes()));
        DockContainerBranch right = branch(Orientation.VERTICAL, leaf("registers"), leaf("scheduler", "upcalls"));
        return new DockRootContents(List.of(middle, right), leaf("timeline", "console", "events"), (width, height) -> {
            middle.setDividerPositions(1 - clamp(height * 0.48, 200, 340) / height);
            right.setDividerPositions(1 - clamp(height * 0.34, 150, 225) / height);
            code.setDividerPositions(0.5);
            return new double[] {1 - clamp(getWidth() * 0.235, 290, 420) / width};
        });
    }

    /** Messages first, as tall as can be; then source above address spaces, scheduler above the console. */
    private DockRootContents messagesFirst() {
        DockContainerLeaf messages = leaf("ipc", "schemes", "interrupts");
        DockContainerBranch middle = branch(
                Orientation.VERTICAL,
                leaf("source", "disassembly", "memory", "stack"),
                leaf("address-spaces", "page-tables", "tlb", "descriptors"));
        DockContainerBranch right =
                branch(Orientation.VERTICAL, leaf("scheduler", "tasks", "registers"), leaf("console", "screen"));
        return new DockRootContents(
                List.of(messages, middle, right), leaf("timeline", "events", "system-calls"), (width, height) -> {
                    middle.setDividerPositions(0.42);
                    right.setDividerPositions(1 - clamp(height * 0.4, 150, 300) / height);
                    double side = clamp(getWidth() * 0.225, 290, 420);
                    return new double[] {(width - side) * 0.55 / width, 1 - side / width};
                });
    }

    /** The columns above the timeline, the dock at the bottom, and what gives each its share. */
    private record DockRootContents(List<DockContainer> columns, DockContainerLeaf bottom, Shares shares) {}

    /** Sets the dividers inside the columns, and says where those between them are. */
    private interface Shares {
        double[] apply(double width, double height);
    }

    private void size(
            DockContainerBranch whole,
            DockContainerBranch upper,
            DockRootContents contents,
            double width,
            boolean withLesson) {
        double height = Math.max(1, getHeight());
        double bottom = clamp(height * 0.23, 208, 260);
        whole.setDividerPositions(1 - bottom / height);
        double left = withLesson ? lessonWidth() : 0;
        double[] dividers = contents.shares.apply(width - left, Math.max(1, height - bottom));
        double[] all = new double[dividers.length + (withLesson ? 1 : 0)];
        all[0] = left / width;
        for (int i = 0; i < dividers.length; i++) {
            all[all.length - dividers.length + i] = (left + dividers[i] * (width - left)) / width;
        }
        upper.setDividerPositions(all);
    }

    private static double clamp(double value, double least, double most) {
        return Math.max(least, Math.min(most, value));
    }

    private DockContainerLeaf leaf(String... names) {
        DockContainerLeaf leaf = bento.dockBuilding().leaf(names[0] + "-dock");
        leaf.setPruneWhenEmpty(true);
        for (String name : names) {
            Dockable dockable = dockables.get(name);
            if (dockable != null) {
                leaf.addDockable(dockable);
            }
        }
        if (!leaf.getDockables().isEmpty()) {
            leaf.selectDockable(leaf.getDockables().get(0));
        }
        leaf.selectedDockableProperty().addListener((property, old, now) -> onVisibleChanged.run());
        return leaf;
    }

    private DockContainerBranch branch(Orientation orientation, DockContainer... children) {
        DockContainerBranch branch = bento.dockBuilding().branch();
        branch.setOrientation(orientation);
        branch.addContainers(children);
        return branch;
    }

    /** The panes that only one kind of machine has something for, and those that belong beside them. */
    private String[] machinePanes() {
        return machine.equals(PC)
                ? new String[] {"page-tables", "tlb", "descriptors", "screen", "system-calls"}
                : new String[] {"mpu", "process-memory", "system-calls", "nvic"};
    }

    /** Shows the panes that this kind of machine and this style of kernel have something for. */
    void showMachine(String kind, String kernelStyle) {
        boolean wasPc = machine.equals(PC);
        boolean hadMessages = style.equals(MICROKERNEL);
        machine = kind;
        style = kernelStyle;
        if (wasPc != kind.equals(PC) || hadMessages != style.equals(MICROKERNEL)) {
            arrange();
        }
    }

    /** Shows or hides the lesson pane's dock. */
    void showLesson(boolean shown) {
        if (lessonShown != shown) {
            lessonShown = shown;
            arrange();
        }
    }

    /** Brings a pane to the front of its dock. */
    void reveal(String name) {
        Dockable dockable = dockables.get(name);
        if (dockable == null) {
            return;
        }
        if (name.equals("lesson")) {
            showLesson(true);
        }
        dockable.inContainer(DockContainerLeaf::selectDockable);
        onVisibleChanged.run();
    }

    /** The pane of that name. */
    Optional<Pane> pane(String name) {
        return Optional.ofNullable(panes.get(name));
    }

    /** All panes. */
    List<Pane> all() {
        return List.copyOf(panes.values());
    }

    /** The panes that can be seen. */
    List<Pane> visible() {
        List<Pane> visible = new ArrayList<>();
        for (Dockable dockable : dockables.values()) {
            DockContainerLeaf leaf = dockable.getContainer();
            if (leaf != null && leaf.getSelectedDockable() == dockable) {
                visible.add(panes.get(dockable.getIdentifier()));
            }
        }
        return visible;
    }
}
