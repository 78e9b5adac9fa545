package ringside.app.window;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import ringside.app.simulation.Frame;
import ringside.app.simulation.Simulation;
import ringside.app.simulation.Simulation.Direction;
import ringside.pane.Coordinates;
import ringside.pane.NumberText;
import ringside.pane.Pane;
import ringside.pane.PaneOutlet;
import ringside.pane.ViewRequest;
import ringside.pane.disassembly.DisassemblyPane;
import ringside.pane.memory.MemoryPane;
import ringside.pane.source.SourcePane;
import ringside.pane.spaces.AddressSpacesPane;

/**
 * Connects panes and simulation: asks for what the visible panes need, hands each frame to them, and takes their
 * requests.
 */
final class PaneFeed implements PaneOutlet {
    private final Simulation simulation;
    private final ObjectProperty<Coordinates> coordinates = new SimpleObjectProperty<>(Coordinates.START);
    private final Map<Pane, Long> drawn = new HashMap<>();
    private PaneDocks docks;

    PaneFeed(Simulation simulation) {
        this.simulation = simulation;
    }

    /** Starts to feed these panes. */
    void feed(PaneDocks paneDocks) {
        docks = paneDocks;
        for (Pane pane : docks.all()) {
            pane.connect(this);
        }
        simulation.frameProperty().addListener((property, old, now) -> show(now));
        refresh();
    }

    /** The selection that all panes share. */
    ObjectProperty<Coordinates> coordinatesProperty() {
        return coordinates;
    }

    private void show(Frame frame) {
        coordinates.set(coordinates.get().at(frame.status().mark()));
        boolean running = frame.status().isBusy();
        long now = System.nanoTime();
        for (Pane pane : docks.visible()) {
            long due = drawn.getOrDefault(pane, 0L) + 1_000_000_000L / pane.refreshesWhileRunning();
            if (!running || now >= due) {
                pane.show(frame.views(), coordinates.get());
                drawn.put(pane, now);
            }
        }
    }

    /** Draws the visible panes again, because the selection or the set of visible panes has changed. */
    void refresh() {
        if (docks != null) {
            requestsChanged();
            show(simulation.frameProperty().get());
        }
    }

    @Override
    public void requestsChanged() {
        if (docks == null) {
            return;
        }
        Set<ViewRequest> requests = new HashSet<>();
        for (Pane pane : docks.visible()) {
            requests.addAll(pane.requests());
        }
        simulation.request(requests);
    }

    @Override
    public void showMemory(long address) {
        coordinates.set(coordinates.get().withAddress(address));
        docks.pane("memory").ifPresent(pane -> ((MemoryPane) pane).goTo(address));
        docks.reveal("memory");
        refresh();
    }

    @Override
    public void showCode(long address) {
        docks.pane("disassembly").ifPresent(pane -> ((DisassemblyPane) pane).goTo(address));
        docks.reveal("disassembly");
        refresh();
    }

    @Override
    public void showSource(String file, int line) {
        docks.pane("source").ifPresent(pane -> ((SourcePane) pane).goTo(file));
        docks.reveal("source");
        refresh();
    }

    @Override
    public void reveal(String pane, String what) {
        docks.reveal(pane);
        if (pane.equals("address-spaces")) {
            revealGrant(what);
            return;
        }
        long address = NumberText.parseAddress(what.replaceFirst(":.*", ""));
        if (address != NumberText.NO_ADDRESS && pane.equals("memory")) {
            docks.pane(pane).ifPresent(memory -> ((MemoryPane) memory).goTo(address));
        }
    }

    /** Shows an address of a task's address space: {@code TASK:ADDRESS}. */
    private void revealGrant(String what) {
        String[] parts = what.split(":");
        docks.pane("address-spaces")
                .ifPresent(pane ->
                        ((AddressSpacesPane) pane).goTo(Integer.parseInt(parts[0]), NumberText.parseAddress(parts[1])));
    }

    @Override
    public void seek(long mark) {
        simulation.seek(mark);
    }

    @Override
    public void toggleBreakpoint(long address) {
        simulation.toggleBreakpoint(address);
    }

    @Override
    public void toggleBreakpoint(String file, int line) {
        simulation.toggleBreakpoint(file, line);
    }

    @Override
    public void selectTask(String task) {
        coordinates.set(coordinates.get().withTask(task));
        refresh();
    }

    @Override
    public void type(String port, String text) {
        simulation.type(port, text);
    }

    /** Runs to the selected instruction. */
    void runToSelected(Direction direction) {
        docks.pane("disassembly")
                .flatMap(pane -> ((DisassemblyPane) pane).selectedAddress())
                .ifPresent(address -> simulation.toAddress(direction, address));
    }

    /** Sets or removes a breakpoint at the selected instruction, or at the next one. */
    void toggleSelectedBreakpoint() {
        docks.pane("disassembly")
                .flatMap(pane -> ((DisassemblyPane) pane).selectedAddress())
                .ifPresent(simulation::toggleBreakpoint);
    }
}
