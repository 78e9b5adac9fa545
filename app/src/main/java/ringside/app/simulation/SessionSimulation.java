package ringside.app.simulation;

import java.nio.file.Path;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import ringside.pane.ViewRequest;
import ringside.pane.lesson.LessonOutlet;

/**
 * The simulation of a real session: it turns the window's wishes into jobs for the simulation's thread.
 *
 * <p>How it works: {@link SimulationThread} runs one job after the other; {@link SessionRunner} is what the jobs work
 * on, and only they touch it; {@link Publisher} brings frames back. Pausing sets a flag that every long job asks for
 * between slices of some milliseconds.
 */
public final class SessionSimulation implements Simulation {
    private static final System.Logger LOG = System.getLogger(SessionSimulation.class.getName());

    private final Publisher publisher = new Publisher();
    private final SimulationThread thread = new SimulationThread(this::bug);
    private final SessionRunner runner = new SessionRunner(publisher, thread::isWanted);

    private final LessonOutlet lesson = new LessonJobs(job -> queueing(session -> session.withLesson(job)));

    private void bug(RuntimeException failure) {
        LOG.log(System.Logger.Level.ERROR, "the simulation failed", failure);
        runner.failed(failure);
    }

    @Override
    public ReadOnlyObjectProperty<Frame> frameProperty() {
        return publisher.frameProperty();
    }

    private void interrupting(Consumer<SessionRunner> job) {
        runner.interrupt();
        thread.post(() -> {
            runner.begin();
            job.accept(runner);
        });
    }

    private void queueing(Consumer<SessionRunner> job) {
        thread.post(() -> {
            runner.begin();
            job.accept(runner);
        });
    }

    /** Does something between two instructions of a run, which then goes on. */
    private void inBetween(Consumer<SessionRunner> job) {
        boolean running = frameProperty().get().status().activity() == Status.Activity.RUNNING;
        if (running) {
            runner.interrupt();
        }
        thread.post(() -> {
            boolean waiting = runner.isWaitingForInput();
            job.accept(runner);
            if (running || (waiting && !runner.isWaitingForInput())) {
                runner.goOn();
            }
        });
    }

    @Override
    public void open(String imageOrFile) {
        interrupting(session -> session.open(imageOrFile));
    }

    @Override
    public void startLesson(String id) {
        interrupting(session -> session.startLesson(id));
    }

    @Override
    public LessonOutlet lesson() {
        return lesson;
    }

    @Override
    public void request(Set<ViewRequest> requests) {
        if (runner.request(requests)) {
            thread.post(runner::refresh);
        }
    }

    @Override
    public void step(Direction direction) {
        queueing(session -> session.step(direction));
    }

    @Override
    public void over(Direction direction) {
        queueing(session -> session.over(direction));
    }

    @Override
    public void out(Direction direction) {
        queueing(session -> session.out(direction));
    }

    @Override
    public void run(Direction direction) {
        interrupting(session -> session.run(direction));
    }

    @Override
    public void toEvent(Direction direction, String kind) {
        interrupting(session -> session.toEvent(direction, kind));
    }

    @Override
    public void toAddress(Direction direction, long address) {
        interrupting(session -> session.toAddress(direction, address));
    }

    @Override
    public void seek(long mark) {
        interrupting(session -> session.seek(mark));
    }

    @Override
    public void restart() {
        interrupting(session -> session.seek(0));
    }

    @Override
    public void pause() {
        thread.clear();
        runner.interrupt();
        thread.post(runner::refresh);
    }

    @Override
    public void speed(double instructionsPerSecond) {
        runner.speed(instructionsPerSecond);
    }

    @Override
    public void toggleBreakpoint(long address) {
        inBetween(session -> session.toggleBreakpoint(address));
    }

    @Override
    public void toggleBreakpoint(String file, int line) {
        inBetween(session -> session.toggleBreakpoint(file, line));
    }

    @Override
    public void type(String port, String text) {
        inBetween(session -> session.type(port, text));
    }

    @Override
    public void saveTrace(Path file) {
        inBetween(session -> session.saveTrace(file));
    }

    /** Shows a message that something went wrong, without moving anything. */
    public void tell(String problem) {
        thread.post(() -> runner.tell(problem));
    }

    @Override
    public void close() {
        runner.interrupt();
        thread.close();
    }
}
