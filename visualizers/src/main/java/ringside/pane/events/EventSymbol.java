package ringside.pane.events;

import java.util.Map;

/** The symbol and the colour of each kind of event, the same in the log and in the timeline. */
public final class EventSymbol {
    private static final Map<String, String> SYMBOLS = Map.ofEntries(
            Map.entry("system-call", "\u25bc"),
            Map.entry("system-return", "\u25b2"),
            Map.entry("context-switch", "\u21c4"),
            Map.entry("exception-entry", "\u25c6"),
            Map.entry("exception-return", "\u25c7"),
            Map.entry("interrupt-pend", "\u25cf"),
            Map.entry("fault", "\u2716"),
            Map.entry("mpu-update", "\u25a3"),
            Map.entry("console", "\u2261"),
            Map.entry("upcall", "\u2197"),
            Map.entry("grant", "\u25a4"),
            Map.entry("deferred-call", "\u21bb"),
            Map.entry("sleep", "\u263e"),
            Map.entry("wake", "\u2600"),
            Map.entry("process-fault", "\u2716"),
            Map.entry("kernel-fault", "\u2716"),
            Map.entry("kernel-panic", "\u2716"),
            Map.entry("mpu-configured", "\u25a3"),
            Map.entry("tbf-header", "\u2691"),
            Map.entry("top-half", "\u25d2"),
            Map.entry("bottom-half", "\u25d3"),
            Map.entry("turn-start", "\u25b9"),
            Map.entry("timeslice", "\u29d6"),
            Map.entry("block", "\u275a"),
            Map.entry("unblock", "\u25b8"),
            Map.entry("console-write", "\u270e"),
            Map.entry("break-change", "\u2195"),
            Map.entry("mode-change", "\u21c5"),
            Map.entry("input", "\u2328"));
    private static final Map<String, String> COLOURS = Map.ofEntries(
            Map.entry("fault", "bad"),
            Map.entry("process-fault", "bad"),
            Map.entry("kernel-fault", "bad"),
            Map.entry("kernel-panic", "bad"),
            Map.entry("interrupt-pend", "amber"),
            Map.entry("exception-entry", "acc"),
            Map.entry("exception-return", "acc"),
            Map.entry("mpu-update", "fg"),
            Map.entry("system-call", "fg"),
            Map.entry("upcall", "ok"));

    private EventSymbol() {}

    /** A character for that kind. */
    public static String of(String kind) {
        return SYMBOLS.getOrDefault(kind, "\u2022");
    }

    /** The name of a theme colour for that kind. */
    public static String colour(String kind) {
        return COLOURS.getOrDefault(kind, "dim");
    }
}
