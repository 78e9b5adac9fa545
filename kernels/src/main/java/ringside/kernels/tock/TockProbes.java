package ringside.kernels.tock;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import ringside.cpu.image.StaticProbe;
import ringside.cpu.trace.CpuEvent;
import ringside.kernels.observe.KernelEvent;
import ringside.kernels.observe.KernelObserver;
import ringside.kernels.observe.TaskNames;

/**
 * What each probe of the kernel means: one table from the probe's name to an event.
 *
 * <p>The probes and their arguments are described beside the kernel's source. A probe that is not in the table, and
 * those that only repeat what the processor shows (sleep and wake), make no event.
 */
final class TockProbes {
    static final String PROVIDER = "mini_tock";
    static final String CONTEXT_SWITCH = "context_switch";

    /** Makes the detail of an event; the event's kind may depend on the arguments. */
    private interface Meaning {
        void fill(CpuEvent.Probe probe, TaskNames names, Draft draft);
    }

    /** An event in the making. */
    private static final class Draft {
        private String kind;
        private String task;
        private final Map<String, Object> detail = new LinkedHashMap<>();

        private Draft(String kind) {
            this.kind = kind;
        }

        private Draft put(String name, Object value) {
            detail.put(name, value);
            return this;
        }
    }

    private record Row(String kind, boolean ofTask, Meaning meaning) {}

    private static final Map<String, Row> TABLE = new HashMap<>();

    static {
        ofKernel("tbf_accepted", "tbf-header", (probe, names, draft) -> {
            draft.task = names.nameOf((int) probe.argument(2));
            draft.put("accepted", true).put("address", hex(probe.argument(0))).put("size", probe.argument(1));
        });
        ofKernel(
                "tbf_rejected",
                "tbf-header",
                (probe, names, draft) -> draft.put("accepted", false)
                        .put("address", hex(probe.argument(0)))
                        .put("reason", TockNames.rejection(probe.argument(1))));
        ofTask("turn_start", "turn-start", (probe, names, draft) -> draft.put("sliceMicroseconds", probe.argument(1)));
        ofTask("mpu_configured", "mpu-configured", (probe, names, draft) -> {});
        ofTask(
                CONTEXT_SWITCH,
                "context-switch",
                (probe, names, draft) ->
                        draft.put("from", "kernel").put("to", draft.task).put("stackPointer", hex(probe.argument(1))));
        ofTask(
                "switched_back",
                "context-switch",
                (probe, names, draft) -> draft.put("from", draft.task)
                        .put("to", "kernel")
                        .put("reason", TockNames.switchReason(probe.argument(1))));
        ofTask(
                "system_call",
                "system-call",
                (probe, names, draft) -> TockCalls.describe(
                        probe.argument(1), probe.argument(2), probe.argument(3), probe.argument(4), draft.detail));
        ofTask(
                "system_return",
                "system-return",
                (probe, names, draft) -> TockCalls.describeReturn(
                        probe.argument(1), probe.argument(2), probe.argument(3), draft.detail));
        ofTask("process_state", "process-state", (probe, names, draft) -> {
            String old = TockNames.state(probe.argument(1));
            String now = TockNames.state(probe.argument(2));
            boolean waits = now.startsWith("Yielded");
            boolean waited = old.startsWith("Yielded");
            draft.kind = waits && !waited ? "block" : waited && now.equals("Running") ? "unblock" : draft.kind;
            draft.put("from", old).put("to", now);
        });
        ofTask(
                "upcall_scheduled",
                "upcall",
                (probe, names, draft) -> upcall(draft, "scheduled", probe, 1).put("queued", probe.argument(3)));
        ofTask("upcall_dropped", "upcall", (probe, names, draft) -> upcall(draft, "dropped", probe, 1));
        ofTask(
                "upcall_delivered",
                "upcall",
                (probe, names, draft) -> upcall(draft, "delivered", probe, 2).put("function", hex(probe.argument(1))));
        ofTask(
                "grant_allocated",
                "grant",
                (probe, names, draft) -> draft.put("driver", TockNames.driver(probe.argument(1)))
                        .put("address", hex(probe.argument(2)))
                        .put("size", probe.argument(3)));
        ofTask(
                "break_changed",
                "break-change",
                (probe, names, draft) ->
                        draft.put("appBreak", hex(probe.argument(1))).put("kernelBreak", hex(probe.argument(2))));
        ofTask("timeslice_expired", "timeslice", (probe, names, draft) -> draft.put("outcome", "expired"));
        ofTask(
                "timeslice_preempted",
                "timeslice",
                (probe, names, draft) ->
                        draft.put("outcome", "preempted").put("remainingMicroseconds", probe.argument(1)));
        ofTask(
                "fault",
                "process-fault",
                (probe, names, draft) -> draft.put("cfsr", hex(probe.argument(1)))
                        .put("hfsr", hex(probe.argument(2)))
                        .put("mmfar", hex(probe.argument(3))));
        ofTask(
                "console_write_start",
                "console-write",
                (probe, names, draft) -> draft.put("stage", "start").put("length", probe.argument(1)));
        ofTask(
                "console_write_done",
                "console-write",
                (probe, names, draft) -> draft.put("stage", "done").put("length", probe.argument(1)));
        ofKernel("top_half", "top-half", (probe, names, draft) -> draft.put("interrupt", probe.argument(0)));
        ofKernel("bottom_half", "bottom-half", (probe, names, draft) -> draft.put("interrupt", probe.argument(0)));
        ofKernel("deferred_call", "deferred-call", (probe, names, draft) -> draft.put("index", probe.argument(0)));
        ofKernel("kernel_panic", "kernel-panic", (probe, names, draft) -> draft.put("line", probe.argument(0)));
        ofKernel(
                "kernel_fault",
                "kernel-fault",
                (probe, names, draft) -> draft.put("cfsr", hex(probe.argument(0)))
                        .put("hfsr", hex(probe.argument(1)))
                        .put("pc", hex(probe.argument(2))));
    }

    private final List<StaticProbe> probes;

    TockProbes(List<StaticProbe> probes) {
        this.probes = List.copyOf(probes);
    }

    /** The name of a probe of this kernel, or an empty text for another provider's. */
    String name(CpuEvent.Probe event) {
        StaticProbe probe = probes.get(event.probe());
        return probe.provider().equals(PROVIDER) ? probe.name() : "";
    }

    /** The event, or null. */
    KernelEvent event(CpuEvent.Probe probe, TaskNames names) {
        Row row = TABLE.get(name(probe));
        if (row == null) {
            return null;
        }
        Draft draft = new Draft(row.kind);
        if (row.ofTask) {
            draft.task = names.nameOf((int) probe.argument(0));
        }
        row.meaning.fill(probe, names, draft);
        return new KernelEvent(probe.mark(), draft.kind, draft.task, draft.detail);
    }

    /** See {@link KernelObserver#taskAfter}. */
    int taskAfter(CpuEvent.Probe probe) {
        return switch (name(probe)) {
            case CONTEXT_SWITCH -> (int) probe.argument(0);
            case "switched_back" -> KernelObserver.KERNEL;
            default -> KernelObserver.UNCHANGED;
        };
    }

    private static void ofTask(String probe, String kind, Meaning meaning) {
        TABLE.put(probe, new Row(kind, true, meaning));
    }

    private static void ofKernel(String probe, String kind, Meaning meaning) {
        TABLE.put(probe, new Row(kind, false, meaning));
    }

    private static Draft upcall(Draft draft, String stage, CpuEvent.Probe probe, int driverArgument) {
        return draft.put("stage", stage)
                .put("driver", TockNames.driver(probe.argument(driverArgument)))
                .put("number", probe.argument(driverArgument + 1));
    }

    private static String hex(long value) {
        return Long.toHexString(value & 0xFFFF_FFFFL);
    }
}
