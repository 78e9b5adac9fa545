package ringside.app.simulation;

import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import ringside.app.simulation.Simulation.Direction;
import ringside.app.simulation.Status.Activity;
import ringside.cpu.BadInputException;
import ringside.cpu.history.Arrival;
import ringside.cpu.history.CallSteps;
import ringside.cpu.history.Cancellation;
import ringside.cpu.history.InputReceipt;
import ringside.cpu.machine.RunBudget;
import ringside.cpu.machine.StopConditions;
import ringside.cpu.machine.StopReason;
import ringside.kernels.image.ImageCatalog;
import ringside.kernels.session.EventFilter;
import ringside.kernels.session.Session;
import ringside.lessons.catalog.LessonCatalog;
import ringside.lessons.format.Lesson;
import ringside.lessons.play.LessonRunner;
import ringside.pane.NumberText;
import ringside.pane.ViewRequest;
import ringside.pane.Views;
import ringside.pane.Words;

/**
 * Moves a session and publishes frames. All methods but {@link #interrupt}, {@link #request} and {@link #speed} are
 * called on the simulation's thread.
 */
final class SessionRunner {
    private static final Words WORDS = Words.bundle("window");
    private static final long FRAME_NANOS = 33_000_000;
    private static final int MOST_SHARE = 4;

    private final Publisher publisher;
    private final BooleanSupplier jobsWait;
    private final Set<Long> breakpoints = new TreeSet<>();
    private volatile boolean interrupted;
    private volatile Set<ViewRequest> requests = Set.of();
    private volatile double speed = Simulation.FULL_SPEED;
    private Session session;
    private LessonRunner lesson;
    private ViewReader reader;
    private String message = "";
    private boolean failed;
    private boolean ended;
    private boolean waitsForInput;
    private Views lastRest = Views.NONE;
    private long nextFrame;

    SessionRunner(Publisher publisher, BooleanSupplier jobsWait) {
        this.publisher = publisher;
        this.jobsWait = jobsWait;
    }

    // ---- called from any thread ----

    /** Makes the present job end soon. */
    void interrupt() {
        interrupted = true;
    }

    /** Says what frames shall hold. Returns whether that is news. */
    boolean request(Set<ViewRequest> newRequests) {
        boolean news = !newRequests.equals(requests);
        requests = Set.copyOf(newRequests);
        return news;
    }

    /** Sets the speed of running. */
    void speed(double instructionsPerSecond) {
        speed = instructionsPerSecond;
    }

    // ---- called on the simulation's thread ----

    /** Begins a job: the interruption was meant for the one before. */
    void begin() {
        interrupted = false;
        message = "";
        failed = false;
    }

    void open(String imageOrFile) {
        message = WORDS.get("run.opening", Path.of(imageOrFile).getFileName());
        publisher.publish(
                session == null
                        ? new Frame(empty(), Views.NONE)
                        : new Frame(status(Activity.SEEKING, -1), lastRest.withoutBefore()));
        message = "";
        try {
            take(SessionFiles.open(imageOrFile, progress(Activity.SEEKING)));
        } catch (BadInputException bad) {
            fail(bad.getMessage());
        }
        rest();
    }

    private void take(Session opened) {
        breakpoints.clear();
        session = opened;
        lesson = null;
        reader = new ViewReader(session, breakpoints);
        ended = false;
        waitsForInput = false;
        lastRest = Views.NONE;
    }

    void startLesson(String id) {
        try {
            Lesson opened = LessonCatalog.open(id);
            take(Session.open(ImageCatalog.open(opened.image())));
            lesson = new LessonRunner(opened, session);
        } catch (BadInputException bad) {
            fail(bad.getMessage());
        }
        rest();
    }

    void withLesson(Consumer<LessonRunner> job) {
        if (lesson != null) {
            job.accept(lesson);
            ended = false;
            rest();
        }
    }

    void step(Direction direction) {
        if (session != null) {
            arrive(
                    direction == Direction.FORWARDS
                            ? session.timeline().step()
                            : session.timeline().stepBack());
        }
    }

    void over(Direction direction) {
        if (session != null) {
            CallSteps steps = session.calls(stops(), Long.MAX_VALUE, progress(Activity.RUNNING));
            arrive(direction == Direction.FORWARDS ? steps.over() : steps.overBack());
        }
    }

    void out(Direction direction) {
        if (session != null) {
            CallSteps steps = session.calls(stops(), Long.MAX_VALUE, progress(Activity.RUNNING));
            arrive(direction == Direction.FORWARDS ? steps.out() : steps.outBack());
        }
    }

    void run(Direction direction) {
        if (session == null) {
            return;
        }
        if (direction == Direction.BACKWARDS) {
            arrive(session.timeline().runBack(stops(), progress(Activity.SEEKING)));
        } else {
            arrive(new RunLoop(session, stops(), () -> speed, () -> interrupted, progress(Activity.RUNNING)).run());
        }
    }

    void toEvent(Direction direction, String kind) {
        if (session == null) {
            return;
        }
        EventFilter filter = EventFilter.parse(kind);
        Arrival arrival = direction == Direction.FORWARDS
                ? session.runToEvent(filter, Long.MAX_VALUE - session.timeline().mark(), progress(Activity.RUNNING))
                : session.backToEvent(filter, progress(Activity.SEEKING));
        arrive(arrival);
    }

    void toAddress(Direction direction, long address) {
        if (session == null) {
            return;
        }
        StopConditions there = StopConditions.breakpoints(address);
        arrive(
                direction == Direction.FORWARDS
                        ? session.timeline().run(new RunBudget(Long.MAX_VALUE, there), progress(Activity.RUNNING))
                        : session.timeline().runBack(there, progress(Activity.SEEKING)));
    }

    void seek(long mark) {
        if (session != null) {
            arrive(session.timeline().seek(mark, progress(Activity.SEEKING)));
        }
    }

    void toggleBreakpoint(long address) {
        if (session != null) {
            if (!breakpoints.remove(address)) {
                breakpoints.add(address);
            }
            rest();
        }
    }

    void toggleBreakpoint(String file, int line) {
        if (session == null) {
            return;
        }
        java.util.List<Long> addresses = session.debug().addressesOf(file, line);
        if (addresses.isEmpty()) {
            fail(WORDS.get("run.noCode", line));
        } else if (!breakpoints.removeAll(addresses)) {
            breakpoints.add(addresses.get(0));
        }
        rest();
    }

    void type(String port, String text) {
        if (session == null) {
            return;
        }
        begin();
        try {
            InputReceipt receipt = session.input(port, text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
            if (receipt.changedThePast()) {
                message = WORDS.get("run.pastChanged", NumberText.grouped(receipt.undoneInstructions()));
            }
            ended = false;
            waitsForInput = false;
        } catch (BadInputException bad) {
            fail(bad.getMessage());
        }
        rest();
    }

    /** Whether the machine stopped because it waits for input. */
    boolean isWaitingForInput() {
        return waitsForInput;
    }

    /** Goes on running after something was done in between, unless that failed. */
    void goOn() {
        if (!failed) {
            interrupted = false;
            run(Direction.FORWARDS);
        }
    }

    void saveTrace(Path file) {
        if (session == null) {
            return;
        }
        begin();
        try {
            SessionFiles.save(session, file);
            message = WORDS.get("run.saved", file.toString());
        } catch (BadInputException bad) {
            fail(bad.getMessage());
        }
        rest();
    }

    /** Reads again what the window asks for, at the instant where the machine is. */
    void refresh() {
        rest();
    }

    // ---- arriving and publishing ----

    private StopConditions stops() {
        return StopConditions.breakpoints(
                breakpoints.stream().mapToLong(Long::longValue).toArray());
    }

    private void arrive(Arrival arrival) {
        ended = arrival.isFinal();
        waitsForInput = arrival.stop() instanceof StopReason.WaitingForInput;
        boolean told = arrival.cause() == Arrival.Cause.STOPPED || arrival.cause() == Arrival.Cause.AT_START;
        boolean plainEvent = arrival.stop() instanceof StopReason.EventSeen;
        message = told && !plainEvent ? arrival.explanation() : message;
        if (arrival.cause() == Arrival.Cause.CANCELLED) {
            answerAtOnce();
        }
        failed |= arrival.isFinal() && !(arrival.stop() instanceof StopReason.Halted halted && halted.exitCode() == 0);
        rest();
    }

    /** Shows a message that something went wrong. */
    void tell(String problem) {
        fail(problem);
        rest();
    }

    /** Tells that a job failed by a mistake of this program. The views on show may be stale and are taken away. */
    void failed(RuntimeException bug) {
        fail(WORDS.get("run.failed", String.valueOf(bug)));
        publisher.publish(new Frame(session == null ? empty() : status(Activity.PAUSED, -1), Views.NONE));
    }

    private void fail(String text) {
        message = text;
        failed = true;
    }

    private void rest() {
        if (session == null) {
            publisher.publish(new Frame(empty(), Views.NONE));
            return;
        }
        if (jobsWait.getAsBoolean() && !publisher.isTaken()) {
            return;
        }
        boolean past = session.timeline().mark() < session.timeline().furthestMark();
        Activity activity = ended ? Activity.ENDED : past ? Activity.REPLAYING : Activity.PAUSED;
        if (lesson != null) {
            lesson.machineMoved();
        }
        Views views = withLesson(reader.readWithBefore(requests));
        lastRest = views;
        publisher.publish(new Frame(status(activity, -1), views));
    }

    /** Shows where a pause has come to. What the last instruction changed takes a while to find, and follows. */
    private void answerAtOnce() {
        boolean past = session.timeline().mark() < session.timeline().furthestMark();
        reader.running();
        publisher.publish(
                new Frame(status(past ? Activity.REPLAYING : Activity.PAUSED, -1), withLesson(reader.read(requests))));
    }

    private void frameIfDue(Activity activity, double progress) {
        long now = System.nanoTime();
        if (now >= nextFrame && publisher.isTaken()) {
            reader.running();
            Views views = activity == Activity.RUNNING ? withLesson(reader.read(requests)) : lastRest.withoutBefore();
            publisher.publish(new Frame(status(activity, progress), views));
            long cost = System.nanoTime() - now;
            nextFrame = now + Math.max(FRAME_NANOS, MOST_SHARE * cost);
        }
    }

    private Views withLesson(Views views) {
        return lesson == null ? views : views.with(LessonViews.of(lesson.view()));
    }

    private Cancellation progress(Activity activity) {
        return new Cancellation() {
            @Override
            public boolean isCancelled() {
                return interrupted;
            }

            @Override
            public void progress(long done, long total) {
                if (session != null) {
                    boolean known = activity == Activity.SEEKING && total != Long.MAX_VALUE && total > 0;
                    frameIfDue(activity, known ? (double) done / total : -1);
                }
            }
        };
    }

    private Status empty() {
        Status none = Status.EMPTY;
        return new Status(none.activity(), "", "", "", "", 0, 0, 0, 0, 0, 0, "", message, failed, -1);
    }

    private Status status(Activity activity, double progress) {
        return StatusReader.read(session, activity, message, failed, progress);
    }
}
