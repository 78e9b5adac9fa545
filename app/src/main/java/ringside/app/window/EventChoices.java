package ringside.app.window;

import java.util.ArrayList;
import java.util.List;

/** The kinds of events that "next" offers: those that this machine and this style of kernel can have. */
final class EventChoices {
    private static final List<String> FIRST = List.of("system-call", "context-switch", "exception-entry");
    private static final List<String> ANY = List.of("exception-return", "interrupt-pend", "fault");
    private static final List<String> LAST = List.of("console", "sleep");
    private static final List<String> CORTEX_M = List.of("mode-change", "mpu-update");
    private static final List<String> X86 =
            List.of("processor-mode", "address-space-switch", "page-map", "page-unmap", "tlb-flush");
    private static final List<String> TOCK =
            List.of("mpu-configured", "turn-start", "upcall", "process-fault", "tbf-header");
    private static final List<String> REDOX = List.of(
            "system-return",
            "path",
            "lend",
            "message-send",
            "message-receive",
            "message-reply",
            "message-done",
            "block",
            "unblock",
            "file-open",
            "file-close",
            "scheme-register",
            "scheme-remove",
            "task-exit",
            "task-end");
    private static final List<String> THESEUS = List.of("cell-load", "cell-link", "cell-swap", "unwind", "drop");

    private EventChoices() {}

    /** The kinds for a kind of machine and a style of kernel, those that matter most in class first. */
    static List<String> of(String machine, String style) {
        List<String> kinds = new ArrayList<>(FIRST);
        kinds.addAll(ANY);
        kinds.addAll(machine.startsWith("cortex-m") ? CORTEX_M : machine.startsWith("x86") ? X86 : List.of());
        kinds.addAll(
                switch (style) {
                    case "tock" -> TOCK;
                    case "redox" -> REDOX;
                    case "theseus" -> THESEUS;
                    default -> List.of();
                });
        kinds.addAll(LAST);
        return kinds;
    }
}
