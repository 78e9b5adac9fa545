package ringside.kernels.observe;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import ringside.cpu.trace.Event;

/**
 * Something that a kernel did, as its probes tell.
 *
 * @param mark instructions retired when it happened
 * @param kind its name in the command line
 * @param task the name of the task it concerns, or null
 * @param detail names and values, in a fixed order
 */
public record KernelEvent(long mark, String kind, String task, Map<String, Object> detail) implements Event {
    /** Copies the map, keeping its order. */
    public KernelEvent {
        detail = Collections.unmodifiableMap(new LinkedHashMap<>(detail));
    }
}
