package ringside.cpu.history;

import ringside.cpu.machine.Input;
import ringside.cpu.machine.Machine;
import ringside.cpu.machine.RunBudget;
import ringside.cpu.machine.StopConditions;
import ringside.cpu.machine.StopReason;
import ringside.cpu.trace.CpuEventKind;
import ringside.cpu.trace.TraceRing;

/**
 * Moves the machine forward, lets inputs arrive at their marks, and writes events down the first time.
 *
 * <p>How it works: it counts the inputs and the events that lie before the machine's present state. An event whose count
 * is below the log's size has been recorded on an earlier pass and is not recorded again. All inputs of a mark have
 * arrived in the state at that mark.
 */
final class Recorder {
    private final Machine machine;
    private final InputLog inputs;
    private final EventLog log;
    private int arrived;
    private long events;
    private long furthest;

    Recorder(Machine machine, InputLog inputs, EventLog log) {
        this.machine = machine;
        this.inputs = inputs;
        this.log = log;
        furthest = machine.mark();
        machine.trace().clear();
        machine.trace().record(-1);
        machine.trace().drainTo(this::takeAway);
        letInputsArrive();
    }

    long events() {
        return events;
    }

    long furthest() {
        return furthest;
    }

    int arrived() {
        return arrived;
    }

    /**
     * Runs towards the mark, which lies ahead; it may stop earlier, also where nothing but an input arrived.
     *
     * @return null if the machine can go on and nothing asked for a stop
     */
    StopReason advance(long target, StopConditions stops) {
        long before = machine.mark();
        long limit = Math.min(target, inputs.markOf(arrived));
        StopReason stop = machine.run(new RunBudget(limit - before, stops));
        if (stop instanceof StopReason.EventSeen && machine.mark() == before) {
            stop = completeStep(stop);
        }
        takeAway(machine.trace());
        boolean hadInput = letInputsArrive();
        if (stop instanceof StopReason.WaitingForInput && !hadInput) {
            hadInput = letPlannedInputArriveEarly();
        }
        furthest = Math.max(furthest, machine.mark());
        return stopAfterInput(stop, hadInput, before, stops);
    }

    /** Waking up from input makes events before any instruction retires; a mark has only one state, so go to the next. */
    private StopReason completeStep(StopReason seen) {
        StopReason stop = machine.step();
        return stop.isFinal() ? stop : seen;
    }

    private StopReason stopAfterInput(StopReason stop, boolean hadInput, long before, StopConditions stops) {
        boolean goesOn =
                stop instanceof StopReason.BudgetSpent || stop instanceof StopReason.WaitingForInput && hadInput;
        if (!goesOn) {
            return stop;
        }
        if (hadInput && (stops.eventMask() & CpuEventKind.INPUT.bit()) != 0) {
            return new StopReason.EventSeen(CpuEventKind.INPUT);
        }
        if (machine.mark() != before && stops.breaksAt(machine.processor().programCounter())) {
            return new StopReason.BreakpointReached(machine.processor().programCounter());
        }
        return null;
    }

    private boolean letInputsArrive() {
        int before = arrived;
        while (inputs.markOf(arrived) <= machine.mark()) {
            machine.apply(inputs.get(arrived));
            arrived++;
        }
        takeAway(machine.trace());
        return arrived != before;
    }

    /** Nothing but input can wake the machine, so its mark would never come: the next input arrives now instead. */
    private boolean letPlannedInputArriveEarly() {
        if (arrived == inputs.size()) {
            return false;
        }
        inputs.bringForward(arrived, machine.mark());
        return letInputsArrive();
    }

    /** Lets new input arrive now. What had happened after this mark is undone, since it happened without the input. */
    InputReceipt accept(String port, byte[] bytes) {
        long mark = machine.mark();
        Input input = new Input(mark, port, bytes.clone());
        machine.apply(input);
        int undoneInputs = inputs.dropUpTo(arrived, furthest);
        long undone = furthest - mark;
        inputs.insert(arrived, input);
        arrived++;
        log.truncate(events);
        furthest = mark;
        takeAway(machine.trace());
        return new InputReceipt(mark, undone, undoneInputs);
    }

    /** Undoes what had happened after this mark, and all inputs that had arrived by then but so many of the first. */
    void undoRest(int inputCount) {
        inputs.dropUpTo(Math.max(inputCount, arrived), furthest);
        log.truncate(events);
        furthest = machine.mark();
    }

    private void takeAway(TraceRing ring) {
        int known = (int) Math.min(ring.size(), log.size() - events);
        for (int i = known; i < ring.size(); i++) {
            log.append(ring, i);
        }
        events += ring.size();
        ring.clear();
    }

    Checkpoint save() {
        return new Checkpoint(machine.save(), arrived, events);
    }

    void restore(Checkpoint checkpoint) {
        machine.restore(checkpoint.state());
        machine.trace().clear();
        arrived = checkpoint.inputs();
        events = checkpoint.events();
    }
}
