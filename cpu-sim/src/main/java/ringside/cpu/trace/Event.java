package ringside.cpu.trace;

import java.util.Map;

/** Something that happened in the machine, at a mark. */
public interface Event {

    /** Instructions retired when it happened. */
    long mark();

    /** The kind's name in the command line and in lessons, such as {@code exception-entry}. */
    String kind();

    /** The name of the guest's task that it concerns, or null. */
    String task();

    /** Names and values: strings, numbers and booleans, in a fixed order. Addresses are hex strings without prefix. */
    Map<String, Object> detail();
}
