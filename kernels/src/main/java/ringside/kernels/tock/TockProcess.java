package ringside.kernels.tock;

import static ringside.kernels.observe.Structure.number;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import ringside.cpu.image.UnreadableException;
import ringside.cpu.image.dwarf.TypedValue;
import ringside.kernels.view.MemoryMapView.Area;
import ringside.kernels.view.TasksView;
import ringside.kernels.view.TasksView.State;
import ringside.kernels.view.TasksView.Task;
import ringside.kernels.view.UpcallsView.Pending;

/** One process, out of the structure {@code Process} that the kernel keeps at the top of the process's RAM. */
final class TockProcess {
    private TockProcess() {}

    static Task of(TypedValue process, long current) {
        int index = (int) number(process, "index");
        String word = stateWord(process);
        TasksView.Fault fault = word.equals("Faulted") ? TockFault.of(process) : null;
        return new Task(
                index,
                name(process),
                state(process, word, index == current),
                word,
                fault == null ? reason(process) : fault.words(),
                memory(process),
                new TasksView.Upcalls(
                        (int) number(process, "upcalls.length"),
                        (int) process.at("upcalls.entries").count(),
                        number(process, "upcalls.dropped")),
                (int) number(process, "counters.restarts"),
                number(process, "counters.calls"),
                fault,
                List.of());
    }

    static String name(TypedValue process) {
        int length = (int) number(process, "name.length");
        return new String(process.at("name.bytes").bytes(0, length), StandardCharsets.UTF_8);
    }

    private static State state(TypedValue process, String word, boolean isCurrent) {
        return switch (word) {
            case "Running" -> isCurrent ? State.RUNNING : State.READY;
            case "Yielded", "YieldedFor" -> isReady(process) ? State.READY : State.WAITING;
            case "Stopped" -> State.STOPPED;
            case "Faulted" -> State.FAULTED;
            default -> State.ENDED;
        };
    }

    /** Whether the scheduler may choose it: the rule of the kernel's {@code is_ready}. */
    static boolean isReady(TypedValue process) {
        return switch (stateWord(process)) {
            case "Running" -> true;
            case "Yielded" -> number(process, "upcalls.length") > 0;
            case "YieldedFor" -> hasAwaited(process);
            default -> false;
        };
    }

    private static boolean hasAwaited(TypedValue process) {
        TypedValue awaited = process.field("waiting_for").unwrapped();
        for (TypedValue upcall : queue(process)) {
            if (number(upcall, "id.driver") == number(awaited, "driver")
                    && number(upcall, "id.subscribe") == number(awaited, "subscribe")) {
                return true;
            }
        }
        return false;
    }

    /** The kernel's own word for its state. */
    static String stateWord(TypedValue process) {
        return process.field("state").unwrapped().variant();
    }

    /** What it waits for, or why it ended, in words. */
    static String reason(TypedValue process) {
        String word = stateWord(process);
        return switch (word) {
            case "Yielded", "YieldedFor" -> isReady(process) ? "an upcall is there for it" : awaited(process, word);
            case "Terminated" -> "ended with code " + number(process, "completion_code");
            default -> "";
        };
    }

    private static String awaited(TypedValue process, String word) {
        if (word.equals("Yielded")) {
            return "waits for any upcall";
        }
        TypedValue awaited = process.field("waiting_for").unwrapped();
        return "waits for " + TockNames.driver(number(awaited, "driver")) + " upcall " + number(awaited, "subscribe");
    }

    private static TasksView.Memory memory(TypedValue process) {
        return new TasksView.Memory(
                number(process, "flash_start"),
                number(process, "flash_end"),
                number(process, "memory.start"),
                number(process, "memory.end"),
                number(process, "memory.app_break"),
                number(process, "memory.kernel_break"));
    }

    /** The pieces of its memory, each with what it holds. */
    static List<Area> areas(TypedValue process) {
        String name = name(process);
        int index = (int) number(process, "index");
        TasksView.Memory memory = memory(process);
        long control = number(process, "memory.first_kernel_break");
        List<Area> areas = new ArrayList<>();
        add(areas, memory.flashStart(), memory.flashEnd(), name, index, "code");
        add(areas, memory.ramStart(), memory.appBreak(), name, index, "stack, data and heap");
        add(areas, memory.appBreak(), memory.kernelBreak(), name, index, "unused");
        add(areas, memory.kernelBreak(), control, "kernel", -1, "grants in " + name);
        add(areas, control, memory.ramEnd(), "kernel", -1, "control block of " + name);
        return areas;
    }

    private static void add(List<Area> areas, long start, long end, String owner, int task, String purpose) {
        if (Long.compareUnsigned(start, end) < 0) {
            areas.add(new Area(start, end, owner, task, purpose));
        }
    }

    /** The upcalls in its queue, in the order of delivery. */
    static List<Pending> pending(TypedValue process) {
        List<Pending> pending = new ArrayList<>();
        for (TypedValue upcall : queue(process)) {
            boolean start = upcall.field("source").unwrapped().is("Start");
            List<Long> arguments = new ArrayList<>();
            for (TypedValue argument : upcall.field("arguments").elements(3)) {
                arguments.add(argument.asLong());
            }
            pending.add(new Pending(
                    (int) number(process, "index"),
                    name(process),
                    start ? "start" : TockNames.driver(number(upcall, "id.driver")),
                    (int) number(upcall, "id.subscribe"),
                    number(upcall, "function"),
                    arguments));
        }
        return pending;
    }

    private static List<TypedValue> queue(TypedValue process) {
        TypedValue entries = process.at("upcalls.entries");
        long first = number(process, "upcalls.first");
        long length = number(process, "upcalls.length");
        if (Long.compareUnsigned(length, entries.count()) > 0) {
            throw new UnreadableException(
                    "the queue of upcalls is damaged: it says that it holds " + length + " of " + entries.count());
        }
        List<TypedValue> queue = new ArrayList<>();
        for (long i = 0; i < length; i++) {
            queue.add(entries.element((first + i) % entries.count()).unwrapped());
        }
        return queue;
    }
}
