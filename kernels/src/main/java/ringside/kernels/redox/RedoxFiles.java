package ringside.kernels.redox;

import static ringside.kernels.observe.Structure.number;

import java.util.ArrayList;
import java.util.List;
import ringside.cpu.image.dwarf.TypedValue;
import ringside.kernels.observe.Structure;
import ringside.kernels.view.FilesView;
import ringside.kernels.view.FilesView.File;
import ringside.kernels.view.FilesView.TaskFiles;
import ringside.kernels.view.FrameOwner;
import ringside.kernels.view.InterruptsView;

/** Open files of the contexts, and those of the interrupt lines. */
final class RedoxFiles {
    private static final String[] LINES = {
        "timer",
        "keyboard",
        "second interrupt controller",
        "second serial port",
        "serial port",
        "",
        "floppy disk",
        "",
        "real-time clock",
        "",
        "",
        "",
        "mouse",
        "coprocessor",
        "first disk controller",
        "second disk controller"
    };
    private static final List<Integer> KERNEL_LINES = List.of(0, 2);

    private final RedoxKernel kernel;

    RedoxFiles(RedoxKernel kernel) {
        this.kernel = kernel;
    }

    FilesView read() {
        List<TypedValue> descriptions = descriptions();
        List<TaskFiles> tasks = new ArrayList<>();
        for (RedoxContext context : kernel.contexts()) {
            if (context.isAlive() && context.pid() != RedoxKernel.IDLE) {
                tasks.add(new TaskFiles(context.pid(), context.name(), files(context, descriptions)));
            }
        }
        return new FilesView(tasks);
    }

    private List<TypedValue> descriptions() {
        return Structure.elements(kernel.part("schemes.descriptions").loaded(), "all");
    }

    private List<File> files(RedoxContext context, List<TypedValue> descriptions) {
        List<File> files = new ArrayList<>();
        List<TypedValue> entries = context.value().at("files").elements(1 << 16);
        for (int descriptor = 0; descriptor < entries.size(); descriptor++) {
            int place = (int) entries.get(descriptor).unwrapped().asLong() - 1;
            if (place >= 0 && place < descriptions.size()) {
                files.add(file(descriptor, place, descriptions.get(place)));
            }
        }
        return files;
    }

    private File file(int descriptor, int place, TypedValue description) {
        int scheme = (int) number(description, "scheme");
        int server = KernelScheme.of(scheme) != null
                ? FrameOwner.NO_TASK
                : kernel.userScheme(scheme)
                        .map(each -> (int) number(each, "owner"))
                        .orElse(FrameOwner.NO_TASK);
        long flags = number(description, "flags");
        return new File(
                descriptor,
                place,
                scheme,
                kernel.schemeName(scheme),
                server,
                number(description, "number"),
                number(description, "offset"),
                flags,
                RedoxFlags.open(flags),
                Structure.part(description, "path").asText(),
                (int) number(description, "uses"));
    }

    /** The lines of the interrupt controllers, and which contexts have them open. */
    InterruptsView interrupts() {
        TypedValue irqs = kernel.part("schemes.irqs").loaded();
        List<TypedValue> lines = Structure.elements(irqs, "lines");
        List<TypedValue> handles = Structure.elements(irqs, "handles");
        FilesView files = read();
        List<InterruptsView.Line> found = new ArrayList<>();
        for (int line = 0; line < lines.size(); line++) {
            boolean isKernels = KERNEL_LINES.contains(line);
            found.add(new InterruptsView.Line(
                    line,
                    line < LINES.length ? LINES[line] : "",
                    isKernels,
                    isMasked(lines.get(line)) && !isKernels,
                    number(lines.get(line), "count"),
                    handles(line, handles, files)));
        }
        return new InterruptsView(found);
    }

    /** A line that nobody has open is closed too. */
    private static boolean isMasked(TypedValue line) {
        return number(line, "is_masked") != 0 || number(line, "handles") == 0;
    }

    private static List<InterruptsView.Handle> handles(int line, List<TypedValue> handles, FilesView files) {
        List<InterruptsView.Handle> found = new ArrayList<>();
        for (int place = 0; place < handles.size(); place++) {
            TypedValue handle = handles.get(place);
            if (number(handle, "is_open") != 0 && number(handle, "line") == line) {
                long file = place + 1L;
                long acknowledged = number(handle, "acknowledged");
                for (TaskFiles task : files.tasks()) {
                    if (task.files().stream()
                            .anyMatch(each -> each.scheme() == KernelScheme.IRQ.id() && each.number() == file)) {
                        found.add(new InterruptsView.Handle(task.task(), task.name(), acknowledged));
                    }
                }
            }
        }
        return found;
    }
}
