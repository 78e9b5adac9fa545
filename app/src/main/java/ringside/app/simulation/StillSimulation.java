package ringside.app.simulation;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import ringside.app.simulation.Status.Activity;
import ringside.kernels.session.Session;
import ringside.pane.ViewRequest;
import ringside.pane.lesson.LessonOutlet;

/** A session that stands still at one instant, for pictures. It reads views on the thread that asks for them. */
public final class StillSimulation implements Simulation {
    private final Session session;
    private final ViewReader reader;
    private final Activity activity;
    private final ReadOnlyObjectWrapper<Frame> frame = new ReadOnlyObjectWrapper<>(Frame.EMPTY);

    /** A session as it stands. */
    public StillSimulation(Session session) {
        this.session = session;
        reader = new ViewReader(session, new HashSet<>());
        boolean past = session.timeline().mark() < session.timeline().furthestMark();
        activity = past ? Activity.REPLAYING : Activity.PAUSED;
        request(Set.of());
    }

    @Override
    public ReadOnlyObjectProperty<Frame> frameProperty() {
        return frame.getReadOnlyProperty();
    }

    @Override
    public void request(Set<ViewRequest> requests) {
        frame.set(new Frame(StatusReader.read(session, activity, "", false, -1), reader.readWithBefore(requests)));
    }

    @Override
    public void open(String imageOrFile) {}

    @Override
    public void startLesson(String id) {}

    @Override
    public LessonOutlet lesson() {
        return null;
    }

    @Override
    public void step(Direction direction) {}

    @Override
    public void over(Direction direction) {}

    @Override
    public void out(Direction direction) {}

    @Override
    public void run(Direction direction) {}

    @Override
    public void toEvent(Direction direction, String kind) {}

    @Override
    public void toAddress(Direction direction, long address) {}

    @Override
    public void seek(long mark) {}

    @Override
    public void restart() {}

    @Override
    public void pause() {}

    @Override
    public void speed(double instructionsPerSecond) {}

    @Override
    public void toggleBreakpoint(long address) {}

    @Override
    public void toggleBreakpoint(String file, int line) {}

    @Override
    public void type(String port, String text) {}

    @Override
    public void saveTrace(Path file) {}

    @Override
    public void close() {}
}
