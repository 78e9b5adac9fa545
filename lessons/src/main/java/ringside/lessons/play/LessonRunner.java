package ringside.lessons.play;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ringside.cpu.BadInputException;
import ringside.kernels.session.Session;
import ringside.lessons.engine.Answer;
import ringside.lessons.engine.LessonInput;
import ringside.lessons.engine.LessonReducer;
import ringside.lessons.engine.LessonState;
import ringside.lessons.engine.StepView;
import ringside.lessons.format.Lesson;
import ringside.lessons.move.Place;
import ringside.lessons.predicate.Evidence;

/**
 * Runs a lesson on a session.
 *
 * <p>Whoever moves the machine calls {@link #machineMoved} afterwards. Starting a step moves the machine only where the step
 * says where it begins. All methods belong to the session's thread; states and views may cross threads.
 */
public final class LessonRunner {
    private final Session session;
    private final Map<Integer, Start> starts = new HashMap<>();
    private LessonState state;

    /** Where a step began: the mark, the index of the first event that counts, and how many inputs had arrived. */
    private record Start(long mark, long eventIndex, int inputCount) {}

    /**
     * Begins a lesson, and its first step.
     *
     * @throws BadInputException if the machine never comes to where the first step begins
     */
    public LessonRunner(Lesson lesson, Session session) {
        this.session = session;
        state = LessonState.begin(lesson);
        enter();
    }

    /** Where the student is. */
    public LessonState state() {
        return state;
    }

    /** What a pane shows. */
    public StepView view() {
        return StepView.of(state);
    }

    /** The mark at which the step on show began. */
    public long startMark() {
        return start().mark();
    }

    /** Asks the goals again. */
    public LessonState machineMoved() {
        Evidence evidence = evidence();
        List<Boolean> goals = state.step().goals().stream()
                .map(goal -> goal.predicate().holds(evidence))
                .toList();
        Optional<Answer> right = goals.contains(false)
                ? Optional.empty()
                : state.step().prediction().flatMap(prediction -> Answer.right(prediction, evidence));
        return take(new LessonInput.GoalsEvaluated(goals, right));
    }

    /** Commits to an answer. */
    public LessonState commit(String answer) {
        return take(new LessonInput.PredictionCommitted(answer));
    }

    /** Shows the next hint. */
    public LessonState hint() {
        return take(new LessonInput.HintAsked());
    }

    /** Goes to the next step, if this one is passed. */
    public LessonState next() {
        take(new LessonInput.NextStep());
        enter();
        return state;
    }

    /** Goes to the step before, to read it again. The machine stays where it is. */
    public LessonState previous() {
        return take(new LessonInput.PreviousStep());
    }

    /** Takes the machine back to where the step began, before anything was typed in it. */
    public LessonState backToStart() {
        session.takeBackInput(start().mark(), start().inputCount());
        return machineMoved();
    }

    /** What the machine says to predicates now. */
    public Evidence evidence() {
        return new SessionEvidence(session, start().mark(), start().eventIndex());
    }

    private LessonState take(LessonInput input) {
        state = LessonReducer.next(state, input);
        return state;
    }

    private Start start() {
        return starts.get(state.current());
    }

    /** Begins the step on show, unless it has begun before. */
    private void enter() {
        if (!starts.containsKey(state.current())) {
            state.step().start().ifPresent(this::goTo);
            starts.put(
                    state.current(),
                    new Start(
                            session.timeline().mark(),
                            session.timeline().eventCount(),
                            session.timeline().inputCount()));
            machineMoved();
        }
    }

    /** Goes to the first time that a place is reached since reset. */
    private void goTo(Place place) {
        session.timeline().seek(session.timeline().firstMark());
        if (!place.runTo(session)) {
            throw new BadInputException("the step \"" + state.step().id() + "\" of the lesson \""
                    + state.lesson().id() + "\" begins where the machine never comes; look at its \"start\"");
        }
    }
}
