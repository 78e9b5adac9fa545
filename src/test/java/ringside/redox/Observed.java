package ringside.redox;

import java.util.ArrayList;
import java.util.List;
import ringside.cpu.image.dwarf.TypedValue;
import ringside.cpu.trace.Event;
import ringside.cpu.view.DeviceView;
import ringside.events.EventOrder;
import ringside.kernels.observe.Structure;
import ringside.kernels.session.Session;
import ringside.kernels.view.AddressSpacesView;
import ringside.kernels.view.FilesView;
import ringside.kernels.view.SchemesView;
import ringside.kernels.view.TasksView;

/** Lines typed at the shell of mini-redox, the events that followed, and what the panes show at any of them. */
final class Observed {
    private static final long PHYSICAL_OFFSET = 0xFFFF_8000_0000_0000L;
    private static final long PAGE = 4096;

    private final Session session;
    private final String text;
    private final long typed;
    private final List<Event> events;

    private Observed(Terminal terminal, String... lines) {
        session = terminal.session();
        typed = session.timeline().mark();
        long before = session.timeline().eventCount();
        StringBuilder printed = new StringBuilder();
        for (String line : lines) {
            printed.append(terminal.line(line));
        }
        text = printed.toString();
        events = read(before);
    }

    private List<Event> read(long from) {
        List<Event> read = new ArrayList<>();
        session.events().read(from, session.events().size(), (index, event) -> read.add(event));
        return read;
    }

    /** Boots, then types the lines, each when the prompt is there. */
    static Observed lines(String... lines) {
        return new Observed(Terminal.booted(), lines);
    }

    /** Goes back to the first prompt of a machine that has booted, then types the lines. */
    static Observed lines(Terminal booted, String... lines) {
        return new Observed(booted.backToTheFirstPrompt(), lines);
    }

    Session session() {
        return session;
    }

    /** What was printed for the lines. */
    String text() {
        return text;
    }

    /** All events since the first line was typed. */
    List<Event> events() {
        return events;
    }

    /** All events since the start. */
    List<Event> allEvents() {
        return read(0);
    }

    /** Looks for events in order, from the typing of the first line on. */
    EventOrder order() {
        return new EventOrder(events).from(typed);
    }

    /** Events between two others. */
    List<Event> between(Event first, Event last) {
        return events.subList(events.indexOf(first) + 1, events.indexOf(last));
    }

    /** How many of the events are of that kind, of that task or any, with that in their detail. */
    static long count(List<Event> events, String kind, String task, Object... namesAndValues) {
        return events.stream()
                .filter(event -> EventOrder.matches(event, kind, task, namesAndValues))
                .count();
    }

    /** Goes to where an event has just happened. */
    Observed after(Event event) {
        return at(event.mark() + 1);
    }

    /** Goes to where an event is about to happen. */
    Observed before(Event event) {
        return at(event.mark());
    }

    /** Goes to a mark. */
    Observed at(long mark) {
        session.timeline().seek(mark);
        return this;
    }

    // ---- what is seen there ----

    long register(String name) {
        return session.registers().find(name).orElseThrow().value();
    }

    /** A register of a device, as the pane of devices shows it. */
    long deviceRegister(String device, String name) {
        return session.devices().devices().stream()
                .filter(each -> each.name().equals(device))
                .flatMap(each -> each.registers().stream())
                .filter(each -> each.name().equals(name))
                .mapToLong(DeviceView.RegisterValue::value)
                .findFirst()
                .orElseThrow();
    }

    TasksView.Task task(String name) {
        return session.kernel().tasks().tasks().stream()
                .filter(task -> task.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no task " + name));
    }

    boolean hasTask(String name) {
        return session.kernel().tasks().tasks().stream()
                .anyMatch(task -> task.name().equals(name));
    }

    int pid(String name) {
        return task(name).index();
    }

    long fact(String task, String name) {
        return task(task).fact(name).orElseThrow().value();
    }

    AddressSpacesView.Space space(String task) {
        return session.kernel().addressSpaces().ofTask(pid(task)).orElseThrow();
    }

    SchemesView.Scheme scheme(String name) {
        return session.kernel().schemes().schemes().stream()
                .filter(scheme -> scheme.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no scheme " + name));
    }

    boolean hasScheme(String name) {
        return session.kernel().schemes().schemes().stream()
                .anyMatch(scheme -> scheme.name().equals(name));
    }

    List<FilesView.File> files(String task) {
        return session.kernel().files().tasks().stream()
                .filter(each -> each.name().equals(task))
                .findFirst()
                .orElseThrow()
                .files();
    }

    /** The entry of the last level for a page in any page tables, walked through the kernel's map of memory; 0 if none. */
    long pageEntry(long root, long address) {
        long table = root;
        for (int shift = 39; shift > 12; shift -= 9) {
            long entry = physicalWord(table + (address >>> shift & 511) * 8);
            if ((entry & 1) == 0) {
                return 0;
            }
            table = frame(entry);
        }
        return physicalWord(table + (address >>> 12 & 511) * 8);
    }

    /** The frame that an entry leads to. */
    static long frame(long entry) {
        return entry & 0x000F_FFFF_FFFF_F000L;
    }

    /** What the kernel's own table says how often a frame is used. */
    long uses(long frame) {
        TypedValue kernel = Structure.global(session.debug().dwarf(), "KERNEL", session.memoryReader());
        long table = Structure.number(kernel.field("value"), "frames.table");
        long size = session.debug()
                .dwarf()
                .type("mini_redox::memory::frames::FrameUse")
                .orElseThrow()
                .sizeInBytes();
        return session.memoryReader().unsigned(table + frame / PAGE * size, 4);
    }

    /** Bytes of physical memory. */
    byte[] physical(long address, int length) {
        return session.memoryReader().read(PHYSICAL_OFFSET + address, length);
    }

    private long physicalWord(long address) {
        return session.memoryReader().unsigned(PHYSICAL_OFFSET + address, 8);
    }
}
