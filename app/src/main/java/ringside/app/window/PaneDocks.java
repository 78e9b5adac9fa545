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
 * above the scheduler at the right, the timeline along the bottom.
 */
final class PaneDocks extends StackPane {
    private final Bento bento = new Bento();
    private final Map<String, Pane> panes = new LinkedHashMap<>();
    private final Map<String, Dockable> dockables = new LinkedHashMap<>();
    private final Runnable onVisibleChanged;
    private boolean lessonShown;
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
        DockContainerBranch code =
                branch(Orientation.HORIZONTAL, leaf("source"), leaf("disassembly", "memory", "stack"));
        DockContainerBranch middle =
                branch(Orientation.VERTICAL, code, leaf("mpu", "process-memory", "system-calls", "nvic"));
        DockContainerBranch right = branch(Orientation.VERTICAL, leaf("registers"), leaf("scheduler", "upcalls"));
        DockContainerBranch upper = lessonShown
                ? branch(Orientation.HORIZONTAL, leaf("lesson"), middle, right)
                : branch(Orientation.HORIZONTAL, middle, right);
        DockContainerRootBranch root = bento.dockBuilding().root("root");
        root.setOrientation(Orientation.VERTICAL);
        root.addContainers(upper, leaf("timeline", "console", "events"));
        getChildren().setAll(root);
        bento.registerRoot(root);
        userArranged = false;
        proportions = () -> size(root, upper, middle, right, code);
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

    private void size(
            DockContainerRootBranch root,
            DockContainerBranch upper,
            DockContainerBranch middle,
            DockContainerBranch right,
            DockContainerBranch code) {
        double width = Math.max(1, getWidth());
        double height = Math.max(1, getHeight());
        double bottom = clamp(height * 0.23, 208, 260);
        root.setDividerPositions(1 - bottom / height);
        double side = clamp(width * 0.235, 290, 420);
        if (lessonShown) {
            double lesson = clamp(width * 0.19, 250, 360);
            upper.setDividerPositions(lesson / width, 1 - side / width);
        } else {
            upper.setDividerPositions(1 - side / width);
        }
        double upperHeight = Math.max(1, height - bottom);
        middle.setDividerPositions(1 - clamp(upperHeight * 0.48, 200, 340) / upperHeight);
        right.setDividerPositions(0.6);
        code.setDividerPositions(0.5);
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
