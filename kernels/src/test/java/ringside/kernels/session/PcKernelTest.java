package ringside.kernels.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import ringside.cpu.history.Cancellation;
import ringside.cpu.history.InputLog;
import ringside.cpu.image.MemoryReader;
import ringside.cpu.image.UnreadableException;
import ringside.cpu.image.dwarf.TypedValue;
import ringside.cpu.machine.RunBudget;
import ringside.cpu.trace.CpuEvent;
import ringside.cpu.trace.CpuEventKind;
import ringside.cpu.trace.Event;
import ringside.kernels.image.ImageCatalog;
import ringside.kernels.observe.KernelEvent;
import ringside.kernels.observe.KernelObserver;
import ringside.kernels.observe.KernelViews;
import ringside.kernels.observe.ObservedKernel;
import ringside.kernels.observe.ProbeContext;
import ringside.kernels.observe.ProbeText;
import ringside.kernels.view.MemoryMapView;
import ringside.kernels.view.SchedulerView;
import ringside.kernels.view.TasksView;

/** Observing a kernel in a PC's ROM: its probes, its structures, its tasks. The test kernel's chapters serve as tasks. */
class PcKernelTest {
    private static final long LIMIT = 10_000_000;

    /** Understands the test kernel as far as a test needs. */
    private record ChapterObserver(ObservedKernel kernel) implements KernelObserver {
        static Optional<KernelObserver> of(ObservedKernel kernel) {
            return kernel.hasProbe("pc_test", "chapter_start")
                    ? Optional.of(new ChapterObserver(kernel))
                    : Optional.empty();
        }

        private String name(CpuEvent.Probe probe) {
            return kernel.probes().get(probe.probe()).name();
        }

        @Override
        public String style() {
            return "other";
        }

        @Override
        public int taskAfter(CpuEvent.Probe probe) {
            return switch (name(probe)) {
                case "chapter_start" -> (int) probe.argument(0);
                case "chapter_end" -> KERNEL;
                default -> UNCHANGED;
            };
        }

        @Override
        public Optional<Event> event(CpuEvent.Probe probe, ProbeContext names) {
            return name(probe).equals("chapter_start")
                    ? Optional.of(new KernelEvent(
                            probe.mark(), "context-switch", names.nameOf((int) probe.argument(0)), Map.of()))
                    : Optional.empty();
        }

        @Override
        public Optional<TaskBirth> birth(CpuEvent.Probe probe) {
            return name(probe).equals("chapter_start")
                    ? Optional.of(new TaskBirth((int) probe.argument(0), ProbeText.of(probe, 1)))
                    : Optional.empty();
        }

        @Override
        public KernelViews views(MemoryReader memory) {
            return new ChapterViews(progress(memory));
        }

        private TypedValue progress(MemoryReader memory) {
            return kernel.dwarf()
                    .global("pc_test::progress::PROGRESS")
                    .map(variable -> kernel.dwarf().read(variable, memory).unwrapped())
                    .orElseThrow();
        }
    }

    private record ChapterViews(TypedValue progress) implements KernelViews {
        @Override
        public TasksView tasks() {
            progress.field("chapters").element(0).field("state").variant();
            return new TasksView(List.of());
        }

        @Override
        public SchedulerView scheduler() {
            throw new UnreadableException("there is none");
        }

        @Override
        public MemoryMapView memoryMap() {
            throw new UnreadableException("there is none");
        }
    }

    private final Session session = new SessionOpener(
                    ImageCatalog.open("pc-test"), SessionOptions.DEFAULT, List.of(ChapterObserver::of))
            .open(new InputLog(List.of()));

    private void runToTheEnd(Session any) {
        any.timeline().run(RunBudget.of(LIMIT), Cancellation.NEVER);
    }

    private TypedValue progress() {
        DebugInformation debug = session.debug();
        KernelMemory memory = new KernelMemory(session.timeline().machine(), debug);
        return debug.dwarf()
                .read(debug.dwarf().global("pc_test::progress::PROGRESS").orElseThrow(), memory)
                .unwrapped();
    }

    @Test
    void probesOfTheKernelInTheRomAreReached() {
        Session unknown = Session.open(ImageCatalog.open("pc-test"));
        runToTheEnd(unknown);
        List<Event> probes = new ArrayList<>();
        unknown.events().readBack(unknown.events().size(), CpuEventKind.PROBE.bit(), (index, event) -> {
            probes.add(0, event);
            return true;
        });
        assertEquals("pc_test:chapter_start", probes.get(0).detail().get("probe"));
        assertEquals("0", probes.get(0).detail().get("argument1"));
        long calls = count(probes, "pc_test:system_call");
        assertTrue(calls > 1000, calls + " system calls");
        Event first = probes.stream()
                .filter(probe -> probe.detail().get("probe").equals("pc_test:system_call"))
                .findFirst()
                .orElseThrow();
        assertEquals(Map.of("probe", "pc_test:system_call", "argument1", "1", "argument2", "7"), first.detail());
        Event divide = probes.stream()
                .filter(probe -> probe.detail().get("probe").equals("pc_test:interrupt"))
                .findFirst()
                .orElseThrow();
        assertEquals("0", divide.detail().get("argument1"), "vector");
        assertEquals("8", divide.detail().get("argument4"), "CS");
        assertEquals(7, divide.detail().size());
        assertTrue(count(probes, "pc_test:interrupt") >= exceptions(unknown), "each exception reaches the handler");
    }

    private static long count(List<Event> probes, String title) {
        return probes.stream()
                .filter(probe -> probe.detail().get("probe").equals(title))
                .count();
    }

    private static long exceptions(Session session) {
        long[] count = {0};
        session.events().read(0, session.events().size(), (index, event) -> {
            count[0] += event.kind().equals(CpuEventKind.EXCEPTION_ENTRY.label()) ? 1 : 0;
            return true;
        });
        return count[0];
    }

    @Test
    void aContextSwitchNamesTheTaskByWhatTheKernelKeeps() {
        runToTheEnd(session);
        List<String> switches = new ArrayList<>();
        Set<String> whoFaults = new LinkedHashSet<>();
        session.events().read(0, session.events().size(), (index, event) -> {
            if (event.kind().equals("context-switch")) {
                switches.add(event.task());
            } else if (event.kind().equals(CpuEventKind.EXCEPTION_ENTRY.label())) {
                whoFaults.add(event.task());
            }
            return true;
        });
        List<String> chapters = List.of("modes", "exceptions", "pages", "rings", "interrupts");
        assertEquals(chapters, switches);
        assertEquals(chapters.subList(1, 5), List.copyOf(whoFaults));
        session.timeline().seek(0);
        assertEquals("rings", session.events().nameOf(3), "whatever the memory holds at the cursor");
    }

    @Test
    void rustValuesOf64BitsAreRead() {
        long end = firstEventOf("rings");
        session.timeline().seek(end + 20_000);
        TypedValue progress = progress();
        TypedValue chapters = progress.field("chapters");
        assertEquals(5, chapters.count());
        assertEquals("exceptions", chapters.element(1).field("name").asText());
        assertEquals("Passed", chapters.element(1).field("state").variant());
        assertEquals("Running", chapters.element(3).field("state").variant());
        assertEquals("Waiting", chapters.element(4).field("state").variant());
        TypedValue last = chapters.element(1).field("last");
        assertEquals("Right", last.variant());
        assertEquals(1, last.payload().field("__0").asLong());
        assertEquals("Nothing", chapters.element(4).field("last").variant());
        TypedValue current = progress.field("current");
        assertEquals("Some", current.variant());
        TypedValue chapter = current.payload().unwrapped().target();
        assertEquals("rings", chapter.field("name").asText());
        assertEquals(chapters.element(3).address(), chapter.address(), "the pointer leads to the element of the array");
        long checks = progress.field("checks").unwrapped().asLong();
        long sum = 0;
        for (TypedValue each : chapters.elements(5)) {
            sum += each.field("checks").unwrapped().asLong();
            assertEquals(0, each.field("wrong").unwrapped().asLong());
        }
        assertTrue(checks > 20 && checks == sum + 1, checks + " checks, " + sum + " in chapters");
        assertFalse(progress.field("about").asText().isEmpty());
    }

    @Test
    void aNumberOf128BitsIsReadWhole() {
        runToTheEnd(session);
        BigInteger sum = BigInteger.ZERO;
        int checks = 0;
        for (String line : session.console().text().split("\n")) {
            if (line.contains(": 0x")) {
                BigInteger seen = new BigInteger(line.substring(line.indexOf(": 0x") + 4), 16);
                sum = sum.add(seen.shiftLeft(checks++ % 64));
            }
        }
        assertTrue(sum.bitLength() > 64, "seen: " + sum);
        assertEquals(
                sum.mod(BigInteger.TWO.pow(128)).toString(),
                progress().field("sum").display());
        assertEquals(checks, progress().field("checks").unwrapped().asLong());
    }

    private long firstEventOf(String task) {
        runToTheEnd(session);
        long[] mark = {-1};
        session.events().read(0, session.events().size(), (index, event) -> {
            mark[0] = event.mark();
            return !task.equals(event.task());
        });
        return mark[0];
    }

    @Test
    void beforeTheKernelIsThereItsTablesSaySo() {
        long start = firstEventOf("modes");
        String reason = "";
        for (long mark = 0; mark < start; mark += Math.max(1, start / 200)) {
            session.timeline().seek(mark);
            try {
                session.kernel().tasks();
                assertFalse(reason.isEmpty(), "mark " + mark);
                assertEquals(
                        "modes",
                        progress().field("chapters").element(0).field("name").asText(),
                        "mark " + mark);
            } catch (UnreadableException notYet) {
                reason = notYet.getMessage();
                assertTrue(reason.contains("not there yet"), reason);
            }
        }
        session.timeline().seek(start);
        session.kernel().tasks();
        assertThrows(UnreadableException.class, () -> session.kernel().upcalls());
    }
}
