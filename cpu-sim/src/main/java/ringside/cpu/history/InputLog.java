package ringside.cpu.history;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import ringside.cpu.machine.Input;

/**
 * All input from outside, in the order of arrival: what has arrived, and what is planned for marks to come.
 *
 * <p>With the image and the board it determines the run. Inputs at the same mark keep the order in which they were
 * given.
 */
public final class InputLog {
    private final List<Input> inputs = new ArrayList<>();

    /** A log of input planned in advance; it may be empty. Marks need not be in order. */
    public InputLog(List<Input> planned) {
        inputs.addAll(planned);
        inputs.sort(Comparator.comparingLong(Input::mark));
    }

    /** A log without planned input. */
    public InputLog() {
        this(List.of());
    }

    /** All inputs in order. */
    public List<Input> all() {
        return Collections.unmodifiableList(inputs);
    }

    /** How many inputs there are. */
    public int size() {
        return inputs.size();
    }

    Input get(int index) {
        return inputs.get(index);
    }

    /** The mark of the input with this index, or {@link Long#MAX_VALUE} if there is none. */
    long markOf(int index) {
        return index < inputs.size() ? inputs.get(index).mark() : Long.MAX_VALUE;
    }

    /** How many inputs there are whose mark is at most the given one. */
    int countUpTo(long mark) {
        int count = 0;
        while (markOf(count) <= mark) {
            count++;
        }
        return count;
    }

    void insert(int index, Input input) {
        inputs.add(index, input);
    }

    /** Drops inputs from the index on whose mark is at most the given one; returns how many. */
    int dropUpTo(int index, long mark) {
        int end = index;
        while (end < inputs.size() && inputs.get(end).mark() <= mark) {
            end++;
        }
        inputs.subList(index, end).clear();
        return end - index;
    }

    /** Moves one planned input to an earlier mark. */
    void bringForward(int index, long mark) {
        Input input = inputs.get(index);
        inputs.set(index, new Input(mark, input.port(), input.bytes()));
    }
}
