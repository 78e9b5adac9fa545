package ringside.kernels.redox;

import static ringside.kernels.observe.Structure.number;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import ringside.cpu.image.dwarf.TypedValue;
import ringside.kernels.observe.Structure;
import ringside.kernels.view.FrameOwner;
import ringside.kernels.view.IpcView.Wait;

/** Who is blocked, and on what, in words. */
final class RedoxWaits {
    private final RedoxKernel kernel;

    RedoxWaits(RedoxKernel kernel) {
        this.kernel = kernel;
    }

    /** All contexts that wait, in the order of the table. */
    List<Wait> all() {
        List<Wait> waits = new ArrayList<>();
        for (RedoxContext context : kernel.contexts()) {
            if (context.status().endsWith("Blocked")) {
                waits.add(new Wait(
                        context.pid(), context.name(), context.reason(), words(context), awaited(context), -1, -1));
            }
        }
        return waits;
    }

    /** What a context waits for, in words; empty if it does not wait. */
    String words(RedoxContext context) {
        long what = context.get("waiting_for");
        return switch (context.status()) {
            case "Blocked" ->
                switch (context.reason()) {
                    case "SchemeCall" -> call(context, what);
                    case "SchemeMessage" -> "a request for scheme " + kernel.schemeName(what);
                    case "Event" -> "an event on queue " + what + watched(what);
                    case "PipeRead" -> "bytes in pipe " + what;
                    case "PipeWrite" -> "room in pipe " + what;
                    case "Sleep" -> "time " + milliseconds(context.get("wake"));
                    case "ChildEnd" -> "the end of a child";
                    case "Futex" -> "a change of the word at physical address " + Long.toHexString(what);
                    case "DeviceInput" -> "a byte from a device";
                    default -> RedoxEnumerations.words(context.reason());
                };
            case "HardBlocked" -> RedoxEnumerations.words(context.reason());
            default -> "";
        };
    }

    private String call(RedoxContext context, long scheme) {
        Optional<TypedValue> server = kernel.userScheme(scheme);
        if (server.isEmpty()) {
            return "an answer of scheme " + scheme + ", which is gone";
        }
        String name = RedoxKernel.schemeName(server.get());
        String who = isServing(server.get()) ? kernel.nameOf(number(server.get(), "owner")) : "a server that is gone";
        return who + " to answer " + operation(context, server.get()) + " of scheme " + name;
    }

    /** The files that an event queue watches, by their schemes; a server's socket by the scheme that it serves. */
    private String watched(long queue) {
        Set<String> names = new LinkedHashSet<>();
        for (TypedValue watch : Structure.elements(kernel.part("schemes.events"), "watches")) {
            if (number(watch, "queue") == queue) {
                long scheme = number(watch, "scheme");
                names.add(
                        scheme == KernelScheme.ROOT.id()
                                ? "requests for " + kernel.schemeName(number(watch, "number"))
                                : kernel.schemeName(scheme));
            }
        }
        return names.isEmpty() ? "" : " (" + String.join(", ", names) + ")";
    }

    private static boolean isServing(TypedValue scheme) {
        return Structure.part(scheme, "state").is("Serving");
    }

    /** What the context has asked for, with the tag. */
    private static String operation(RedoxContext context, TypedValue scheme) {
        List<TypedValue> calls = Structure.elements(scheme, "calls");
        for (int place = 0; place < calls.size(); place++) {
            TypedValue call = calls.get(place);
            boolean isFree = Structure.part(call, "state").is("Free");
            if (!isFree && number(call, "client") == context.pid()) {
                return RedoxOpcode.nameOf(number(call, "request.opcode")) + " (tag " + (place + 1) + ")";
            }
        }
        return "a request";
    }

    /** The pid of whom a context waits for, or {@link FrameOwner#NO_TASK}. */
    private int awaited(RedoxContext context) {
        if (!context.reason().equals("SchemeCall")) {
            return FrameOwner.NO_TASK;
        }
        return kernel.userScheme(context.get("waiting_for"))
                .filter(RedoxWaits::isServing)
                .map(scheme -> (int) number(scheme, "owner"))
                .orElse(FrameOwner.NO_TASK);
    }

    private static String milliseconds(long nanoseconds) {
        return nanoseconds / 1_000_000 + " ms after the start";
    }
}
