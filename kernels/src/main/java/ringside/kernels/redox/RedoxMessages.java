package ringside.kernels.redox;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ringside.cpu.trace.CpuEvent;
import ringside.kernels.observe.KernelEvent;
import ringside.kernels.observe.MessageStep;
import ringside.kernels.observe.ProbeContext;
import ringside.kernels.view.FrameOwner;
import ringside.kernels.view.IpcView;
import ringside.kernels.view.NamedValue;

/** The probes that tell of messages between tasks. */
final class RedoxMessages {
    private static final String ARGUMENTS = "message_arguments";
    private static final int PAGE = 4096;

    private final RedoxProbes probes;

    RedoxMessages(RedoxProbes probes) {
        this.probes = probes;
    }

    /** The moment that a probe tells, or null. */
    MessageStep step(CpuEvent.Probe probe, ProbeContext context) {
        long scheme = probe.argument(0);
        long tag = probe.argument(1);
        return switch (probes.name(probe)) {
            case "system_call" -> new MessageStep.Entered((int) probe.argument(0), probe.argument(5));
            case "block" -> new MessageStep.Blocked((int) probe.argument(0));
            case RedoxProbes.CONTEXT_SWITCH -> new MessageStep.Switched((int) probe.argument(1));
            case "lend" -> new MessageStep.Lent(scheme, tag, loan(probe));
            case "bounce_copy" -> new MessageStep.Copied(scheme, tag, probe.argument(3));
            case "message_send" -> sent(probe, context);
            case "message_receive" -> new MessageStep.Received(scheme, tag, (int) probe.argument(3));
            case "message_reply" ->
                new MessageStep.Replied(
                        scheme,
                        tag,
                        (int) probe.argument(3),
                        RedoxAnswer.fields(probe.argument(4), tag, probe.argument(2)),
                        RedoxErrors.words(probe.argument(2)));
            case "message_done" ->
                new MessageStep.Done(scheme, tag, (int) probe.argument(2), RedoxErrors.words(probe.argument(3)));
            case "cancel" -> new MessageStep.Canceled(scheme, tag);
            case "message_abandon" -> new MessageStep.Abandoned(scheme, tag);
            case "scheme_remove" -> new MessageStep.Closed(scheme);
            case "server_event" ->
                new MessageStep.Sent(
                        scheme,
                        0,
                        IpcView.Kind.EVENT,
                        "SendFevent",
                        (int) probe.argument(3),
                        FrameOwner.NO_TASK,
                        RedoxAnswer.fields(probe.argument(4), tag, probe.argument(2)));
            default -> null;
        };
    }

    private MessageStep.Sent sent(CpuEvent.Probe probe, ProbeContext context) {
        long opcode = probe.argument(2);
        long flags = probe.argument(5);
        int client = (int) probe.argument(3);
        long[] arguments = new long[6];
        Optional<CpuEvent.Probe> before =
                context.before().filter(other -> probes.name(other).equals(ARGUMENTS));
        for (int i = 0; i < arguments.length && before.isPresent(); i++) {
            arguments[i] = before.get().argument(i);
        }
        IpcView.Kind kind = opcode == RedoxOpcode.CANCEL.number()
                ? IpcView.Kind.CANCEL
                : RedoxOpcode.isOneWay(flags) ? IpcView.Kind.ONE_WAY : IpcView.Kind.CALL;
        return new MessageStep.Sent(
                probe.argument(0),
                probe.argument(1),
                kind,
                RedoxOpcode.nameOf(opcode),
                client,
                (int) probe.argument(4),
                RedoxOpcode.fields(opcode, flags, probe.argument(1), arguments, client, context.nameOf(client)));
    }

    /** What the last two arguments of the probe say of a loan; the kernel's {@code Loan::shape} packs it. */
    private static IpcView.Loan loan(CpuEvent.Probe probe) {
        long client = probe.argument(2);
        long bytes = probe.argument(3);
        long server = probe.argument(4);
        long shape = probe.argument(5);
        long head = shape >>> 16 & 0xFFFF;
        long tail = shape >>> 32 & 0xFFFF;
        boolean isKernels = (shape >>> 49 & 1) != 0;
        return new IpcView.Loan(
                isKernels ? 0 : client,
                isKernels ? 0 : client + bytes,
                server,
                server + bytes,
                (shape >>> 48 & 1) != 0,
                (bytes - head - tail) / PAGE,
                head,
                tail,
                0);
    }

    /** The event that a moment makes, or null. */
    KernelEvent event(CpuEvent.Probe probe, ProbeContext context) {
        MessageStep step = step(probe, context);
        if (step == null || step.channel() == 0 || step instanceof MessageStep.Closed) {
            return null;
        }
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("scheme", context.channel(step.channel()));
        detail.put("tag", step.tag());
        if (step instanceof MessageStep.Sent sent) {
            boolean isEvent = sent.kind() == IpcView.Kind.EVENT;
            detail.put("operation", sent.operation());
            if (!isEvent) {
                detail.put("server", context.nameOf(sent.server()));
            }
            fill(sent.fields(), detail);
            return event(probe, isEvent ? "message-event" : "message-send", context.nameOf(sent.client()), detail);
        } else if (step instanceof MessageStep.Received received) {
            detail.put("operation", RedoxOpcode.nameOf(probe.argument(2)));
            return event(probe, "message-receive", context.nameOf(received.server()), detail);
        } else if (step instanceof MessageStep.Replied replied) {
            detail.put("result", replied.result());
            fill(replied.fields(), detail);
            return event(probe, "message-reply", context.nameOf(replied.server()), detail);
        } else if (step instanceof MessageStep.Done done) {
            detail.put("result", done.result());
            return event(probe, "message-done", context.nameOf(done.client()), detail);
        } else if (step instanceof MessageStep.Lent lent) {
            return event(probe, "lend", null, lent(lent.loan(), detail));
        } else if (step instanceof MessageStep.Copied copied) {
            detail.put("direction", probe.argument(2) == 0 ? "to the server" : "to the client");
            detail.put("bytes", copied.bytes());
            return event(probe, "copy", null, detail);
        }
        return event(probe, step instanceof MessageStep.Canceled ? "message-cancel" : "message-abandon", null, detail);
    }

    private static Map<String, Object> lent(IpcView.Loan loan, Map<String, Object> detail) {
        detail.put("address", Long.toHexString(loan.clientStart()));
        detail.put("serverAddress", Long.toHexString(loan.serverStart()));
        detail.put("bytes", loan.serverEnd() - loan.serverStart());
        detail.put("pages", loan.pages());
        detail.put("headBytes", loan.headBytes());
        detail.put("tailBytes", loan.tailBytes());
        detail.put("writable", loan.writable());
        return detail;
    }

    /** Puts fields of a message under their names; numbers that mean something as words. */
    private static void fill(List<NamedValue> fields, Map<String, Object> detail) {
        for (NamedValue field : fields) {
            boolean isUnused = field.words().equals("unused");
            if (!isUnused && !detail.containsKey(field.name()) && !field.name().equals("opcode")) {
                Object number = field.kind() == NamedValue.Kind.NUMBER
                        ? (Object) field.value()
                        : Long.toHexString(field.value());
                detail.put(field.name(), field.words().isEmpty() ? number : field.words());
            }
        }
    }

    private static KernelEvent event(CpuEvent.Probe probe, String kind, String task, Map<String, Object> detail) {
        return new KernelEvent(probe.mark(), kind, task, detail);
    }
}
