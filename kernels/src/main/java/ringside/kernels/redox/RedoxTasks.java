package ringside.kernels.redox;

import static ringside.kernels.observe.Structure.number;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import ringside.cpu.image.UnreadableException;
import ringside.cpu.image.dwarf.TypedValue;
import ringside.kernels.observe.Structure;
import ringside.kernels.view.NamedValue;
import ringside.kernels.view.SchedulerView;
import ringside.kernels.view.TasksView;
import ringside.kernels.view.TasksView.State;

/** Contexts and the round robin, out of the kernel's table of contexts. */
final class RedoxTasks {
    private final RedoxKernel kernel;
    private final RedoxWaits waits;

    RedoxTasks(RedoxKernel kernel) {
        this.kernel = kernel;
        waits = new RedoxWaits(kernel);
    }

    TasksView tasks() {
        int current = kernel.current().pid();
        List<TasksView.Task> tasks = new ArrayList<>();
        for (RedoxContext context : kernel.contexts()) {
            tasks.add(task(context, context.pid() == current));
        }
        tasks.sort(Comparator.comparingInt(TasksView.Task::index));
        return new TasksView(tasks);
    }

    private TasksView.Task task(RedoxContext context, boolean isCurrent) {
        TasksView.Fault fault = fault(context);
        return new TasksView.Task(
                context.pid(),
                context.name(),
                state(context, isCurrent),
                context.status(),
                reason(context),
                null,
                null,
                0,
                context.get("system_calls"),
                fault,
                facts(context));
    }

    private static State state(RedoxContext context, boolean isCurrent) {
        return switch (context.status()) {
            case "Runnable" -> isCurrent ? State.RUNNING : State.READY;
            case "Blocked" -> State.WAITING;
            case "HardBlocked" -> State.STOPPED;
            default -> death(context).equals("Exception") ? State.FAULTED : State.ENDED;
        };
    }

    private static String death(RedoxContext context) {
        return Structure.part(context.value(), "death.kind").variant();
    }

    private static TasksView.Fault fault(RedoxContext context) {
        if (context.isAlive() || !death(context).equals("Exception")) {
            return null;
        }
        long vector = context.get("death.code");
        long address = context.get("death.address");
        return new TasksView.Fault(
                RedoxProbes.words((int) vector, context.get("death.error_code"), address),
                vector == 14 ? address : context.get("death.rip"));
    }

    private String reason(RedoxContext context) {
        if (context.isAlive()) {
            String words = waits.words(context);
            return words.isEmpty() || context.status().equals("HardBlocked") ? words : "waits for " + words;
        }
        long code = context.get("death.code");
        return switch (death(context)) {
            case "Exception" ->
                fault(context).words() + ", instruction at 0x" + Long.toHexString(context.get("death.rip"));
            case "Signal" -> "ended by signal " + code;
            default -> "ended with status " + code;
        };
    }

    private List<NamedValue> facts(RedoxContext context) {
        List<NamedValue> facts = new ArrayList<>();
        facts.add(NamedValue.number("pid", context.pid()));
        long parent = context.get("parent");
        facts.add(NamedValue.number("parent", parent, kernel.nameOf(parent)));
        facts.add(NamedValue.number("uid", context.get("uid")));
        facts.add(NamedValue.number("gid", context.get("gid")));
        facts.add(namespace("root namespace", context.get("root_namespace")));
        facts.add(namespace("effective namespace", context.get("effective_namespace")));
        if (context.space() >= 0) {
            TypedValue space = kernel.part("spaces").at("all[" + context.space() + "]");
            facts.add(NamedValue.address("page tables", number(space, "root")));
        }
        facts.add(NamedValue.address("kernel stack", context.get("kernel_stack"), "top"));
        facts.add(NamedValue.address("head frame", context.get("head")));
        facts.add(NamedValue.address("tail frame", context.get("tail")));
        facts.add(NamedValue.number("ticks", context.get("cpu_ticks")));
        facts.add(NamedValue.number("switches", context.get("switches")));
        long call = context.get("system_call");
        facts.add(NamedValue.text("system call", call == 0 ? "" : RedoxCall.nameOf(call)));
        facts.add(NamedValue.number(
                "port rights", context.get("io_privilege"), context.get("io_privilege") == 3 ? "all ports" : ""));
        return facts;
    }

    private static NamedValue namespace(String name, long number) {
        return NamedValue.number(name, number, RedoxSchemes.namespaceName(number));
    }

    /** The contexts that are alive, in the order in which the round robin looks at them next. */
    SchedulerView scheduler() {
        TypedValue contexts = kernel.part("contexts");
        int timeslice = (int) number(contexts, "timeslice");
        if (timeslice == 0) {
            throw new UnreadableException("the kernel has not started its timer yet");
        }
        int used = (int) number(contexts, "ticks_used");
        int current = kernel.current().pid();
        List<SchedulerView.Entry> queue = new ArrayList<>();
        kernel.contexts().stream()
                .filter(context -> context.isAlive() && context.pid() != RedoxKernel.IDLE)
                .sorted(Comparator.<RedoxContext, Boolean>comparing(context -> context.pid() <= current)
                        .thenComparing(RedoxContext::pid))
                .forEach(context -> {
                    int left = context.pid() == current ? Math.max(0, timeslice - used) : 0;
                    queue.add(new SchedulerView.Entry(
                            context.pid(),
                            context.name(),
                            context.status().equals("Runnable"),
                            microseconds(left),
                            left,
                            context.status(),
                            waits.words(context)));
                });
        boolean isIdle = current == RedoxKernel.IDLE;
        return new SchedulerView(
                "round robin", microseconds(timeslice), timeslice, isIdle ? -1 : current, isIdle, queue);
    }

    private static long microseconds(int ticks) {
        return ticks * RedoxKernel.nanosecondsPerTick() / 1000;
    }
}
