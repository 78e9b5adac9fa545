package ringside.app.simulation;

import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import ringside.cpu.armv7m.exception.NvicView;
import ringside.cpu.armv7m.mpu.MpuView;
import ringside.cpu.history.Timeline;
import ringside.cpu.image.UnreadableException;
import ringside.cpu.view.MemoryView;
import ringside.cpu.view.RegistersView;
import ringside.cpu.view.VgaTextView;
import ringside.cpu.x86.paging.PageTablesView;
import ringside.cpu.x86.paging.PageWalkView;
import ringside.cpu.x86.paging.TlbView;
import ringside.cpu.x86.segment.DescriptorsView;
import ringside.kernels.session.Session;
import ringside.kernels.view.AddressSpacesView;
import ringside.kernels.view.FilesView;
import ringside.kernels.view.FrameOwners;
import ringside.kernels.view.GrantsView;
import ringside.kernels.view.InterruptsView;
import ringside.kernels.view.IpcView;
import ringside.kernels.view.MemoryMapView;
import ringside.kernels.view.SchedulerView;
import ringside.kernels.view.SchemesView;
import ringside.kernels.view.StackView;
import ringside.kernels.view.SystemCallsView;
import ringside.kernels.view.TasksView;
import ringside.kernels.view.UpcallsView;
import ringside.pane.ViewRequest;
import ringside.pane.Views;
import ringside.pane.console.ConsolePage;
import ringside.pane.disassembly.CodeView;
import ringside.pane.events.EventsView;
import ringside.pane.ipc.IpcPane;
import ringside.pane.ipc.IpcPaneModel;
import ringside.pane.registers.NextModeView;
import ringside.pane.registers.RegisterNotesView;
import ringside.pane.source.SourcePage;
import ringside.pane.timeline.TimelineView;

/**
 * Reads what the panes ask for out of a session. It belongs to the simulation's thread.
 *
 * <p>What the last instruction changed is found by reading the same views one instant earlier: so the marks in the panes
 * are the same however one came to the instant on show.
 */
final class ViewReader {
    private static final int SYSTEM_CALLS = 200;

    private final Session session;
    private final Map<Class<?>, BiFunction<Session, ViewRequest, Object>> readers;
    private long lastExecuted = -1;

    ViewReader(Session session, Set<Long> breakpoints) {
        this.session = session;
        CodeReader code = new CodeReader(session, breakpoints);
        SourceReader source = new SourceReader(session, breakpoints);
        TimelineReader timeline = new TimelineReader(session);
        EventsReader events = new EventsReader(session);
        readers = Map.ofEntries(
                plain(RegistersView.class, Session::registers),
                plain(RegisterNotesView.class, RegisterNotes::read),
                plain(NextModeView.class, ModeForecast::read),
                plain(MpuView.class, Session::mpu),
                plain(NvicView.class, Session::nvic),
                asked(PageTablesView.class, this::pageTables),
                plain(FrameOwners.class, Session::frameOwners),
                plain(TlbView.class, Session::tlb),
                plain(DescriptorsView.class, Session::descriptors),
                plain(VgaTextView.class, Session::screen),
                asked(PageWalkView.class, request -> session.pageWalk(walked(session, request))),
                plain(StackView.class, Session::stack),
                plain(TasksView.class, all -> all.kernel().tasks()),
                plain(SchedulerView.class, all -> all.kernel().scheduler()),
                plain(MemoryMapView.class, all -> all.kernel().memoryMap()),
                plain(UpcallsView.class, all -> all.kernel().upcalls()),
                plain(GrantsView.class, all -> all.kernel().grants()),
                plain(SchemesView.class, all -> all.kernel().schemes()),
                plain(FilesView.class, all -> all.kernel().files()),
                plain(AddressSpacesView.class, all -> all.kernel().addressSpaces()),
                plain(InterruptsView.class, all -> all.kernel().interrupts()),
                asked(IpcView.class, this::messages),
                plain(SystemCallsView.class, ViewReader::systemCalls),
                asked(MemoryView.class, request -> session.memory(request.address(), (int) request.length())),
                asked(CodeView.class, request -> code.read(request.address(), (int) request.length(), lastExecuted)),
                asked(SourcePage.class, request -> source.read(request.name(), lastExecuted)),
                asked(ConsolePage.class, request -> ConsoleReader.read(session, request.name())),
                asked(EventsView.class, events::read),
                asked(TimelineView.class, timeline::read));
    }

    private static Map.Entry<Class<?>, BiFunction<Session, ViewRequest, Object>> plain(
            Class<?> type, Function<Session, Object> reader) {
        return Map.entry(type, (session, request) -> reader.apply(session));
    }

    private static Map.Entry<Class<?>, BiFunction<Session, ViewRequest, Object>> asked(
            Class<?> type, Function<ViewRequest, Object> reader) {
        return Map.entry(type, (session, request) -> reader.apply(request));
    }

    private static long walked(Session session, ViewRequest request) {
        return request.address() == -1 ? session.programCounter() : request.address();
    }

    /** The page tables in use, or those below a root. */
    private PageTablesView pageTables(ViewRequest request) {
        return request.address() == -1 ? session.pageTables() : session.pageTables(request.address());
    }

    /** A page of messages: the latest, those before an event, or those known to come. */
    private IpcView messages(ViewRequest request) {
        int count = (int) request.length();
        if (request.slot().equals(IpcPane.AHEAD)) {
            return session.ipcAhead(IpcPaneModel.PAGE, count);
        }
        return session.ipc(request.address() < 0 ? Long.MAX_VALUE : request.address(), count);
    }

    private static Object systemCalls(Session session) {
        if (!session.hasObserver()) {
            throw new UnreadableException("nothing is known about the kernel of "
                    + session.image().name() + "; its system calls cannot be told");
        }
        return session.systemCalls(SYSTEM_CALLS);
    }

    /** Reads the views of now. Requests that this version knows nothing about are left out. */
    Views read(Set<ViewRequest> requests) {
        Views views = Views.NONE;
        for (ViewRequest request : requests) {
            BiFunction<Session, ViewRequest, Object> reader = readers.get(request.type());
            if (reader != null) {
                try {
                    views = views.with(request.slot(), reader.apply(session, request));
                } catch (UnreadableException notThere) {
                    views = views.without(request.type(), notThere.getMessage());
                }
            }
        }
        return views;
    }

    /** Reads the views of now and those of one instruction earlier. */
    Views readWithBefore(Set<ViewRequest> requests) {
        Timeline timeline = session.timeline();
        long mark = timeline.mark();
        if (mark == timeline.firstMark()) {
            lastExecuted = -1;
            return read(requests);
        }
        timeline.stepBack();
        lastExecuted = session.programCounter();
        Views before = read(comparable(requests));
        timeline.seek(mark);
        Views now = read(requests);
        return now.after(before);
    }

    /** Messages mark by themselves what is new, and reading them twice would make each step slower. */
    private static Set<ViewRequest> comparable(Set<ViewRequest> requests) {
        return requests.stream()
                .filter(request -> request.type() != IpcView.class)
                .collect(Collectors.toSet());
    }

    /** Nothing is known about the instruction executed last, because the machine runs. */
    void running() {
        lastExecuted = -1;
    }
}
