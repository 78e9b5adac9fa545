package ringside.cpu.history;

/** Decides whether an event is the one that is looked for. */
@FunctionalInterface
public interface EventTest {

    /** Every event will do. */
    EventTest ANY = (log, index) -> true;

    /** Whether the event with this index in the log is wanted. The machine may be anywhere and must not be moved. */
    boolean accepts(EventLog log, long index);
}
