package ringside.lessons.format;

import java.util.List;

/**
 * Something to look at.
 *
 * @param pane the name of the pane
 * @param what the part of it: a register, {@code ADDRESS:LENGTH}, a region's number, a task, a function, a kind of event
 */
public record Highlight(String pane, String what) {
    /** The panes that can be pointed at. */
    public static final List<String> PANES = List.of(
            "address-spaces",
            "console",
            "descriptors",
            "disassembly",
            "events",
            "interrupts",
            "ipc",
            "memory",
            "mpu",
            "nvic",
            "page-tables",
            "registers",
            "scheduler",
            "schemes",
            "screen",
            "source",
            "stack",
            "system-calls",
            "tasks",
            "timeline",
            "tlb",
            "upcalls");
}
