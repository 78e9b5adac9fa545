package ringside.cpu.history;

import java.util.List;
import java.util.Optional;
import ringside.cpu.BadInputException;
import ringside.cpu.machine.Input;
import ringside.cpu.machine.Machine;
import ringside.cpu.machine.RunBudget;
import ringside.cpu.machine.StopConditions;
import ringside.cpu.machine.StopReason;

/**
 * The one thing that a window or the command line steps: a machine together with its past.
 *
 * <p>The <em>cursor</em> is the mark at which the machine is now. Every move takes the cursor elsewhere and says in an
 * {@link Arrival} where it ended and why. The history reaches back to the machine's mark when the timeline was made, and
 * never shrinks at that end: what is not kept as a checkpoint is run again.
 *
 * <p>How it works: see {@link Checkpoints} for the states that are kept, {@link Recorder} for running forward,
 * {@link ReverseSearch} for running backwards. It belongs to one thread.
 */
public final class Timeline {
    /** Instructions between two questions to the {@link Cancellation}. */
    public static final int SLICE = 1 << 18;

    /** How far before the target of a seek states are kept: so steps back cost little. */
    private static final int[] NEAR = {1 << 14, 1 << 11, 1 << 8, 1 << 5};

    private final Machine machine;
    private final InputLog inputs;
    private final EventLog events;
    private final Recorder recorder;
    private final Checkpoints checkpoints;
    private StopReason lastStop;
    private StopReason end;

    /**
     * Begins a history at the machine's present state, which is its first instant.
     *
     * @param inputs input planned in advance; input given later is added to it
     * @throws BadInputException if planned input names a port that the machine does not have
     */
    public Timeline(Machine machine, InputLog inputs, HistoryBudget budget) {
        this.machine = machine;
        this.inputs = inputs;
        for (Input input : inputs.all()) {
            checkPort(input.port());
        }
        events = new EventLog(machine.consoles().size(), budget.eventBytes(), machine.mark());
        recorder = new Recorder(machine, inputs, events);
        checkpoints = new Checkpoints(recorder.save(), budget.checkpointBytes(), budget.spacing());
    }

    /** Begins a history without planned input and with the standard budget. */
    public Timeline(Machine machine) {
        this(machine, new InputLog(), HistoryBudget.STANDARD);
    }

    // ---- what there is ----

    /** The machine, for looking only: whoever moves it must do so through this timeline. */
    public Machine machine() {
        return machine;
    }

    /** The cursor. */
    public long mark() {
        return machine.mark();
    }

    /** The first mark of the history. */
    public long firstMark() {
        return checkpoints.first();
    }

    /** The furthest mark that was ever reached. */
    public long furthestMark() {
        return recorder.furthest();
    }

    /** What happened up to the furthest mark. */
    public EventLog events() {
        return events;
    }

    /** How many of the events lie before the cursor. */
    public long eventCount() {
        return recorder.events();
    }

    /** All input: what has arrived and what is planned. */
    public InputLog inputs() {
        return inputs;
    }

    /** The bytes that a port has sent up to the cursor. The number is an index into {@link Machine#consoles}. */
    public byte[] console(int port) {
        return events.console(port, recorder.events());
    }

    /** Why the machine stopped when it last moved, or null if it just ran as far as it was told. */
    public StopReason lastStop() {
        return lastStop;
    }

    /** Why the guest can never go on from {@link #furthestMark}, once it was seen to end there. */
    public Optional<StopReason> end() {
        return Optional.ofNullable(end);
    }

    /** Bytes that the checkpoints take now. */
    public long checkpointBytes() {
        return checkpoints.bytes();
    }

    /** How many checkpoints there are now. */
    public int checkpointCount() {
        return checkpoints.size();
    }

    /** Marks, at most so many and evenly spread, to which a seek costs next to nothing. The first mark is among them. */
    public List<Long> keptMarks(int atMost) {
        return checkpoints.evenMarks(atMost);
    }

    /** Instructions between two evenly spaced checkpoints now. */
    public long checkpointSpacing() {
        return checkpoints.spacing();
    }

    // ---- forwards ----

    /** Runs until the budget is spent or something stops the machine. */
    public Arrival run(RunBudget budget, Cancellation cancellation) {
        long from = mark();
        long target = from + Math.min(budget.instructions(), Long.MAX_VALUE - from);
        return forward(from, target, budget.stops(), cancellation);
    }

    /** Runs one instruction. */
    public Arrival step() {
        long from = mark();
        Arrival arrival = forward(from, from + 1, StopConditions.NONE, Cancellation.NEVER);
        if (mark() - checkpoints.floor(mark()).mark() >= NEAR[NEAR.length - 1]) {
            checkpoints.addNear(recorder.save(), mark());
        }
        return arrival;
    }

    private Arrival forward(long from, long target, StopConditions stops, Cancellation cancellation) {
        long begin = mark();
        while (mark() < target) {
            cancellation.progress(mark() - begin, target == Long.MAX_VALUE ? target : target - begin);
            if (cancellation.isCancelled()) {
                lastStop = null;
                return Arrival.cancelled(from, mark());
            }
            StopReason stop = slice(target, stops);
            if (stop != null) {
                lastStop = stop;
                return Arrival.stopped(from, mark(), stop);
            }
        }
        lastStop = null;
        return Arrival.reached(from, mark());
    }

    /** One slice towards the target; keeps an even checkpoint where one belongs. */
    StopReason slice(long target, StopConditions stops) {
        long to = Math.min(Math.min(target, mark() + SLICE), checkpoints.nextEven(mark()));
        StopReason stop = recorder.advance(to, stops);
        if (stop != null && stop.isFinal()) {
            end = stop;
        }
        if (checkpoints.isMissingAt(mark())) {
            checkpoints.addEven(recorder.save());
        }
        return stop;
    }

    // ---- anywhere ----

    /**
     * Goes to a mark, before or after the cursor. It ends earlier only where the machine cannot go on, or if cancelled;
     * then the cursor is back where it was.
     */
    public Arrival seek(long target, Cancellation cancellation) {
        long from = mark();
        long goal = Math.max(target, firstMark());
        Checkpoint origin = cancellation == Cancellation.NEVER ? null : recorder.save();
        Checkpoint base = checkpoints.floor(goal);
        if (goal < from || base.mark() > from) {
            recorder.restore(base);
        }
        Arrival arrival = forwardKeepingNear(from, goal, cancellation);
        if (arrival.cause() == Arrival.Cause.CANCELLED) {
            recorder.restore(origin);
            return Arrival.cancelled(from, mark());
        }
        return target < goal ? Arrival.atStart(from, mark()) : arrival;
    }

    /** Goes to a mark; nobody cancels. */
    public Arrival seek(long target) {
        return seek(target, Cancellation.NEVER);
    }

    private Arrival forwardKeepingNear(long from, long goal, Cancellation cancellation) {
        for (int distance : NEAR) {
            long place = goal - distance;
            if (place > mark() && goal - checkpoints.floor(goal).mark() >= 2L * distance) {
                Arrival arrival = forward(from, place, StopConditions.NONE, cancellation);
                if (arrival.cause() != Arrival.Cause.REACHED) {
                    return arrival;
                }
                checkpoints.addNear(recorder.save(), goal);
            }
        }
        return forward(from, goal, StopConditions.NONE, cancellation);
    }

    // ---- backwards ----

    /** Goes one instruction back. */
    public Arrival stepBack() {
        return seek(mark() - 1);
    }

    /**
     * Runs back to the last place before the cursor at which a run forwards would have stopped, or to the first mark.
     *
     * @param stops what a run forwards would have stopped at
     */
    public Arrival runBack(StopConditions stops, Cancellation cancellation) {
        return runBack(stops, reason -> true, cancellation);
    }

    /** As {@link #runBack(StopConditions, Cancellation)}, counting only those stops that pass the test. */
    public Arrival runBack(StopConditions stops, StopTest test, Cancellation cancellation) {
        return new ReverseSearch(this).lastStop(stops, test, cancellation);
    }

    /** Goes back to where the last event of a kind in the mask, before the cursor, had just happened. */
    public Arrival backToEvent(int kindMask, EventTest test, Cancellation cancellation) {
        return new EventSearch(this).back(kindMask, test, cancellation);
    }

    /**
     * Runs until an event of a kind in the mask, passing the test, has just happened.
     *
     * @param limit how many instructions may be run at most
     */
    public Arrival runToEvent(int kindMask, EventTest test, long limit, Cancellation cancellation) {
        return new EventSearch(this).forward(kindMask, test, limit, cancellation);
    }

    // ---- input ----

    /**
     * Lets input arrive at the cursor, and records it. If the cursor is in the past, what came after it is undone: see
     * {@link #inputWouldUndo} and the receipt.
     *
     * @throws BadInputException if the machine has no such port
     */
    public InputReceipt input(String port, byte[] bytes) {
        checkPort(port);
        InputReceipt receipt = recorder.accept(port, bytes);
        checkpoints.truncate(mark());
        if (mark() == firstMark()) {
            checkpoints.replaceFirst(recorder.save());
        }
        lastStop = null;
        end = null;
        return receipt;
    }

    /** How many instructions that have been run would be undone by input at the cursor. */
    public long inputWouldUndo() {
        return furthestMark() - mark();
    }

    /** How many inputs have arrived up to the cursor. */
    public int inputCount() {
        return recorder.arrived();
    }

    /**
     * Goes to a mark, and takes back all input that has arrived at that mark or later, but for so many inputs since the
     * beginning. What came of it is undone. Input at the first mark stays.
     *
     * @return whether there was such input
     */
    public boolean takeBackInput(long mark, int inputCount) {
        boolean hasInput = inputs.countUpTo(furthestMark()) > inputCount;
        if (hasInput) {
            seek(mark - 1);
            recorder.undoRest(inputCount);
            checkpoints.truncate(mark() + 1);
            end = null;
        }
        seek(mark);
        return hasInput;
    }

    private void checkPort(String port) {
        if (!machine.ports().contains(port)) {
            throw new BadInputException("the board " + machine.board() + " has no input port \"" + port + "\"; it has "
                    + String.join(", ", machine.ports()));
        }
    }

    // ---- for the searches of this package ----

    Recorder recorder() {
        return recorder;
    }

    Checkpoints checkpoints() {
        return checkpoints;
    }

    Arrival arrivedAt(long from, StopReason stop) {
        lastStop = stop;
        return Arrival.stopped(from, mark(), stop);
    }
}
