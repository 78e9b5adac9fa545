package ringside.app.simulation;

import java.util.concurrent.atomic.AtomicReference;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * Carries frames from the simulation's thread to the JavaFX thread.
 *
 * <p>Only the latest frame counts: one that was not taken yet is replaced, so that a slow window never makes a queue.
 */
final class Publisher {
    private final ReadOnlyObjectWrapper<Frame> shown = new ReadOnlyObjectWrapper<>(this, "frame", Frame.EMPTY);
    private final AtomicReference<Frame> waiting = new AtomicReference<>();

    /** What the window sees. */
    ReadOnlyObjectProperty<Frame> frameProperty() {
        return shown.getReadOnlyProperty();
    }

    /** Hands over a frame. Called on the simulation's thread. */
    void publish(Frame frame) {
        if (waiting.getAndSet(frame) == null) {
            Platform.runLater(() -> shown.set(waiting.getAndSet(null)));
        }
    }

    /** Whether the window has taken the last frame. */
    boolean isTaken() {
        return waiting.get() == null;
    }
}
