package ringside.kernels.redox;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import ringside.cpu.image.StaticProbe;
import ringside.cpu.trace.CpuEvent;
import ringside.cpu.x86.interrupt.ExceptionExplanation;
import ringside.kernels.observe.KernelEvent;
import ringside.kernels.observe.ProbeContext;
import ringside.kernels.observe.ProbeText;

/**
 * What each probe of the kernel means: one table from the probe's name to an event.
 *
 * <p>The probes and their arguments are listed in {@code OBSERVE.md} beside the kernel's source. A probe that is not in
 * the table makes no event.
 */
final class RedoxProbes {
    static final String PROVIDER = "redox";
    static final String CONTEXT_SWITCH = "context_switch";

    /** Fills the detail of an event; the event's kind may depend on the arguments. */
    private interface Meaning {
        void fill(RedoxProbes all, CpuEvent.Probe probe, ProbeContext context, Draft draft);
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

    /** The kind of the event, which argument is the pid that it concerns or -1, and what else it tells. */
    private record Row(String kind, int pidArgument, Meaning meaning) {}

    private static final int NOBODY = -1;
    private static final Map<String, Row> TABLE = new HashMap<>();

    static {
        ofTask(
                "context_new",
                "task-new",
                0,
                (all, probe, context, draft) -> draft.put("pid", probe.argument(0))
                        .put("parent", context.nameOf((int) probe.argument(1)))
                        .put("root", hex(probe.argument(2))));
        ofTask(
                "context_name",
                "task-name",
                0,
                (all, probe, context, draft) ->
                        draft.put("pid", probe.argument(0)).put("name", ProbeText.of(probe, 1)));
        ofTask("context_start", "task-start", 0, (all, probe, context, draft) -> draft.put("pid", probe.argument(0)));
        ofTask("context_end", "task-exit", 0, RedoxProbes::end);
        ofTask(
                "context_dead",
                "task-end",
                0,
                (all, probe, context, draft) -> draft.put("pid", probe.argument(0))
                        .put("how", all.enumerations.deathKind(probe.argument(1)))
                        .put("code", probe.argument(2)));
        ofTask("context_free", "task-free", 0, (all, probe, context, draft) -> draft.put("pid", probe.argument(0)));
        ofTask(
                "signal",
                "signal",
                1,
                (all, probe, context, draft) -> draft.put("from", context.nameOf((int) probe.argument(0)))
                        .put("signal", probe.argument(2)));
        ofTask("block", "block", 0, RedoxProbes::wait);
        ofTask("unblock", "unblock", 0, RedoxProbes::wait);
        ofTask(
                CONTEXT_SWITCH,
                "context-switch",
                1,
                (all, probe, context, draft) -> draft.put("from", context.nameOf((int) probe.argument(0)))
                        .put("to", context.nameOf((int) probe.argument(1))));
        ofTask("system_call", "system-call", 0, (all, probe, context, draft) -> {
            draft.put("call", RedoxCall.nameOf(probe.argument(1))).put("pid", probe.argument(0));
            long[] arguments = {probe.argument(2), probe.argument(3), probe.argument(4)};
            RedoxCall.describe(probe.argument(1), arguments, draft.detail);
        });
        ofTask(
                "path",
                "path",
                0,
                (all, probe, context, draft) -> draft.put("path", path(probe)).put("pid", probe.argument(0)));
        ofTask("system_return", "system-return", 0, (all, probe, context, draft) -> {
            long result = probe.argument(2);
            draft.put("call", RedoxCall.nameOf(probe.argument(1)))
                    .put("pid", probe.argument(0))
                    .put("success", !RedoxErrors.isError(result))
                    .put(RedoxErrors.isError(result) ? "error" : "result", RedoxErrors.words(result));
        });
        ofTask(
                "namespace",
                "namespace",
                0,
                (all, probe, context, draft) ->
                        draft.put("effective", probe.argument(1)).put("isNull", probe.argument(1) == 0));
        ofTask("legacy_path", "legacy-path", 0, (all, probe, context, draft) -> {});
        ofSpace(
                "grant_add",
                "grant",
                (all, probe, context, draft) -> draft.put("action", "add")
                        .put("address", hex(probe.argument(1)))
                        .put("pages", probe.argument(2))
                        .put("provider", all.enumerations.provider(probe.argument(3))));
        ofSpace(
                "grant_remove",
                "grant",
                (all, probe, context, draft) -> draft.put("action", "remove")
                        .put("address", hex(probe.argument(1)))
                        .put("pages", probe.argument(2)));
        ofSpace("space_create", "address-space", (all, probe, context, draft) -> draft.put("action", "create"));
        ofSpace("space_free", "address-space", (all, probe, context, draft) -> draft.put("action", "free"));
        ofSpace(
                "page_map",
                "page-map",
                (all, probe, context, draft) -> draft.put("address", hex(probe.argument(1)))
                        .put("frame", hex(PageEntry.frame(probe.argument(2))))
                        .put("allows", PageEntry.allows(probe.argument(2))));
        ofSpace(
                "page_unmap",
                "page-unmap",
                (all, probe, context, draft) ->
                        draft.put("address", hex(probe.argument(1))).put("frame", hex(probe.argument(2))));
        ofTask(
                "scheme_register",
                "scheme-register",
                1,
                (all, probe, context, draft) ->
                        draft.put("scheme", ProbeText.of(probe, 2)).put("id", probe.argument(0)));
        ofTask(
                "scheme_remove",
                "scheme-remove",
                1,
                (all, probe, context, draft) ->
                        draft.put("scheme", scheme(probe.argument(0), context)).put("id", probe.argument(0)));
        ofTask(
                "unlend",
                "lend-end",
                NOBODY,
                (all, probe, context, draft) -> draft.put("scheme", scheme(probe.argument(0), context))
                        .put("tag", probe.argument(1))
                        .put("serverAddress", hex(probe.argument(2)))
                        .put("pages", probe.argument(3)));
        ofTask(
                "message_lost",
                "message-lost",
                NOBODY,
                (all, probe, context, draft) -> draft.put("scheme", scheme(probe.argument(0), context))
                        .put("operation", RedoxOpcode.nameOf(probe.argument(1))));
        ofTask("fd_open", "file-open", 0, RedoxProbes::file);
        ofTask("fd_close", "file-close", 0, RedoxProbes::file);
        ofTask(
                "event_post",
                "event-post",
                NOBODY,
                (all, probe, context, draft) -> draft.put("queue", probe.argument(0))
                        .put("file", probe.argument(1))
                        .put("flags", RedoxFlags.event(probe.argument(2))));
        ofTask(
                "irq",
                "irq",
                NOBODY,
                (all, probe, context, draft) ->
                        draft.put("line", probe.argument(0)).put("count", probe.argument(1)));
        ofTask("irq_mask", "irq-mask", NOBODY, (all, probe, context, draft) -> draft.put("line", probe.argument(0)));
        ofTask(
                "irq_unmask",
                "irq-unmask",
                NOBODY,
                (all, probe, context, draft) -> draft.put("line", probe.argument(0)));
    }

    private final List<StaticProbe> probes;
    private final RedoxEnumerations enumerations;

    RedoxProbes(List<StaticProbe> probes, RedoxEnumerations enumerations) {
        this.probes = List.copyOf(probes);
        this.enumerations = enumerations;
    }

    /** The name of a probe of this kernel, or an empty text for another provider's. */
    String name(CpuEvent.Probe event) {
        StaticProbe probe = probes.get(event.probe());
        return probe.provider().equals(PROVIDER) ? probe.name() : "";
    }

    /** The event, or null. */
    KernelEvent event(CpuEvent.Probe probe, ProbeContext context) {
        Row row = TABLE.get(name(probe));
        if (row == null) {
            return null;
        }
        Draft draft = new Draft(row.kind);
        if (row.pidArgument >= 0) {
            draft.task = context.nameOf((int) probe.argument(row.pidArgument));
        }
        row.meaning.fill(this, probe, context, draft);
        return new KernelEvent(probe.mark(), draft.kind, draft.task, draft.detail);
    }

    private static void ofTask(String probe, String kind, int pidArgument, Meaning meaning) {
        TABLE.put(probe, new Row(kind, pidArgument, meaning));
    }

    /** A probe whose first argument is the root of page tables. */
    private static void ofSpace(String probe, String kind, Meaning meaning) {
        TABLE.put(probe, new Row(kind, NOBODY, (all, event, context, draft) -> {
            context.ownerOf(event.argument(0)).ifPresent(owner -> draft.task = context.nameOf(owner));
            meaning.fill(all, event, context, draft);
            draft.put("root", hex(event.argument(0)));
        }));
    }

    private static void end(RedoxProbes all, CpuEvent.Probe probe, ProbeContext context, Draft draft) {
        String how = all.enumerations.deathKind(probe.argument(1));
        draft.put("pid", probe.argument(0)).put("how", how).put("code", probe.argument(2));
        if (how.equals("Exception")) {
            draft.kind = "fault";
            int vector = (int) probe.argument(2);
            draft.put("address", hex(probe.argument(3)))
                    .put("instruction", hex(probe.argument(4)))
                    .put("errorCode", hex(probe.argument(5)))
                    .put("words", words(vector, probe.argument(5), probe.argument(3)));
        }
    }

    /** An exception in words. Those without an error code have 0 there, which says nothing either. */
    static String words(int vector, long errorCode, long address) {
        return ExceptionExplanation.of(vector, (int) errorCode, address).sentence();
    }

    private static void wait(RedoxProbes all, CpuEvent.Probe probe, ProbeContext context, Draft draft) {
        String reason = all.enumerations.reason(probe.argument(1));
        draft.put("reason", reason);
        if (reason.startsWith("Scheme")) {
            draft.put("scheme", scheme(probe.argument(2), context));
        } else {
            draft.put("waitingFor", hex(probe.argument(2)));
        }
    }

    private static void file(RedoxProbes all, CpuEvent.Probe probe, ProbeContext context, Draft draft) {
        draft.put("fd", probe.argument(1))
                .put("scheme", scheme(probe.argument(2), context))
                .put("number", hex(probe.argument(3)));
    }

    /** The path that a probe carries: its pid, its length, its first 32 bytes. */
    private static String path(CpuEvent.Probe probe) {
        String start = ProbeText.of(probe, 2);
        return start.length() < probe.argument(1) ? start + "\u2026" : start;
    }

    private static String scheme(long id, ProbeContext context) {
        KernelScheme own = KernelScheme.of(id);
        return own == null ? context.channel(id) : own.shownName();
    }

    private static String hex(long value) {
        return Long.toHexString(value);
    }
}
