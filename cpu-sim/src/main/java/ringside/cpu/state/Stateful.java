package ringside.cpu.state;

/**
 * A part of a machine whose state can be written down and restored.
 *
 * <p>What {@link #save} writes is all that can influence the part's future, and nothing else: two parts that write the
 * same bytes behave the same from then on.
 */
public interface Stateful {

    /** Writes everything that can influence this part's future. */
    void save(StateWriter out);

    /** Reads what {@link #save} wrote, in the same order, replacing the present state. */
    void restore(StateReader in);
}
