package ringside.redox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ringside.cpu.history.Cancellation;
import ringside.cpu.history.InputLog;
import ringside.cpu.machine.RunBudget;
import ringside.cpu.x86.paging.PageTablesView;
import ringside.kernels.image.ImageCatalog;
import ringside.kernels.session.EventFilter;
import ringside.kernels.session.Session;
import ringside.kernels.session.SessionOptions;
import ringside.kernels.view.AddressSpacesView;
import ringside.kernels.view.AddressSpacesView.Grant;
import ringside.kernels.view.AddressSpacesView.Space;
import ringside.kernels.view.FrameOwner;
import ringside.kernels.view.IpcView;
import ringside.kernels.view.NamedValue;
import ringside.kernels.view.SchemesView;
import ringside.kernels.view.SystemCallsView;
import ringside.kernels.view.TasksView;

/** The views of mini-redox against what the guest itself, its processor and its symbols say. */
final class RedoxViewsTest {
    private static final long LIMIT = 20_000_000;

    private Terminal terminal;
    private Session session;
    private long prompt;

    @BeforeEach
    void boot() {
        terminal = Terminal.booted();
        session = terminal.session();
        prompt = session.timeline().mark();
    }

    private long next(String filter) {
        session.runToEvent(EventFilter.parse(filter), LIMIT, Cancellation.NEVER);
        return session.timeline().mark();
    }

    /** The guest's own list: pid, parent, status, what for, call, ticks, name. */
    @Test
    void tasksAreThoseThatTheGuestListsItself() {
        String listed = terminal.line("ps");
        Map<Integer, List<String>> guests = new TreeMap<>();
        for (String line : listed.lines().skip(1).toList()) {
            String[] words = line.strip().split(" +");
            guests.put(Integer.parseInt(words[0]), List.of(words[1], words[words.length - 1]));
        }
        Map<Integer, List<String>> ours = new TreeMap<>();
        for (TasksView.Task task : session.kernel().tasks().tasks()) {
            ours.put(task.index(), List.of(parent(task), task.name()));
        }
        assertTrue(ours.size() > 10);
        assertEquals(guests, ours);
    }

    private static String parent(TasksView.Task task) {
        return Long.toString(task.fact("parent").map(NamedValue::value).orElseThrow());
    }

    /** The walk of the processor's own page tables finds what the grants say, page for page. */
    @Test
    void presentPagesOfTheGrantsAreThoseOfTheProcessorsTables() {
        terminal.type("ls /scheme/ramfs\r");
        for (int i = 0; i < 4; i++) {
            next("system-call");
            Space space = current();
            PageTablesView tables = session.pageTables();
            assertEquals(tables.cr3() & -0x1000L, space.root());
            long mapped = tables.ranges().stream()
                    .filter(range -> range.linear() >= 0)
                    .mapToLong(PageTablesView.Range::bytes)
                    .sum();
            assertEquals(
                    mapped / 4096,
                    space.grants().stream().mapToLong(Grant::present).sum());
        }
    }

    private Space current() {
        return session.kernel().addressSpaces().spaces().stream()
                .filter(Space::current)
                .findFirst()
                .orElseThrow();
    }

    /** While a server has a request, the loan is seen from both sides, and its frames have one owner. */
    @Test
    void aLoanIsLinkedOnBothSides() {
        terminal.type("cat /scheme/ramfs/welcome.txt\r");
        next("message-send:ramfs");
        IpcView.Message message = latest();
        AddressSpacesView spaces = session.kernel().addressSpaces();
        Space server = spaces.ofTask(message.server()).orElseThrow();
        Grant borrowed = server.grants().stream()
                .filter(grant -> grant.tag() == message.tag() && grant.pinned())
                .findFirst()
                .orElseThrow();
        assertEquals("External", borrowed.provider());
        assertEquals("ramfs", borrowed.schemeName());
        assertEquals(message.client(), borrowed.from().task());
        IpcView.Loan loan = message.loans().get(0);
        assertTrue(borrowed.base() <= loan.serverStart() && loan.serverEnd() <= borrowed.end());
        SchemesView.Tag tag = session.kernel().schemes().schemes().stream()
                .filter(scheme -> scheme.name().equals("ramfs"))
                .findFirst()
                .orElseThrow()
                .tags()
                .get(0);
        assertEquals(message.tag(), tag.tag());
        assertEquals("Waiting", tag.state());
        assertTrue(tag.queued());
        assertEquals(message.operation(), tag.operation());
        long tail = session.kernel()
                .tasks()
                .find(message.client())
                .orElseThrow()
                .fact("tail frame")
                .orElseThrow()
                .value();
        FrameOwner owner = session.kernel().frameOwners().ownerOf(tail).orElseThrow();
        assertEquals(FrameOwner.task(message.client(), message.clientName(), "bounce frame (tail)"), owner);
        next("message-done:ramfs");
        assertFalse(session.kernel().addressSpaces().ofTask(message.server()).orElseThrow().grants().stream()
                .anyMatch(Grant::pinned));
    }

    /** Whole pages in the middle of a buffer are the client's very frames; its ends are the client's bounce frames. */
    @Test
    void wholePagesAreLentAsTheyAre() {
        terminal.type("run file-copy /scheme/initfs/bin/nulld /scheme/ramfs/copy 16000\r");
        next("lend:16000");
        next("message-send:initfs");
        IpcView.Message message = latest();
        IpcView.Loan loan = message.loans().get(0);
        assertEquals(3, loan.pages());
        assertEquals(16_000, loan.headBytes() + loan.tailBytes() + loan.pages() * 4096);
        List<Long> clients = frames(loan.clientStart(), loan.clientEnd());
        next("message-receive:initfs");
        List<Long> servers = frames(loan.serverStart(), loan.serverEnd());
        int last = clients.size() - 1;
        assertEquals(clients.subList(1, last), servers.subList(1, last));
        TasksView.Task client = session.kernel().tasks().find(message.client()).orElseThrow();
        assertEquals(client.fact("head frame").orElseThrow().value(), servers.get(0));
        assertEquals(client.fact("tail frame").orElseThrow().value(), servers.get(last));
        FrameOwner owner =
                session.kernel().frameOwners().ownerOf(clients.get(1)).orElseThrow();
        assertEquals(FrameOwner.task(message.client(), "file-copy", "data, lent to bootstrap"), owner);
        Grant lender = session.kernel().addressSpaces().ofTask(message.client()).orElseThrow().grants().stream()
                .filter(grant -> !grant.lentTo().isEmpty())
                .findFirst()
                .orElseThrow();
        assertEquals(message.server(), lender.lentTo().get(0).task());
    }

    /** The frames behind the pages of a range, by the tables that are in use now. */
    private List<Long> frames(long start, long end) {
        List<Long> frames = new ArrayList<>();
        for (long page = start & -0x1000L; page < end; page += 4096) {
            frames.add(session.pageWalk(page).physical() & -0x1000L);
        }
        return frames;
    }

    private IpcView.Message latest() {
        List<IpcView.Message> messages = session.ipc(1).messages();
        return messages.get(0);
    }

    /** Every view is the same when one comes back to an instant, and in another session that never went on. */
    @Test
    void viewsAreTheSameHoweverOneCameToAnInstant() {
        session.timeline().seek(prompt);
        List<Object> before = views(session);
        session.timeline().seek(prompt / 2);
        views(session);
        session.timeline().run(RunBudget.of(prompt), Cancellation.NEVER);
        session.timeline().seek(prompt);
        assertEquals(before, views(session));
        Session another = Session.open(ImageCatalog.open("mini-redox"), SessionOptions.DEFAULT, new InputLog());
        another.timeline().seek(prompt);
        assertEquals(before, views(another));
    }

    private static List<Object> views(Session of) {
        List<Object> views = new ArrayList<>();
        views.add(of.ipc(50));
        views.add(of.systemCalls(50));
        views.add(of.kernel().tasks());
        views.add(of.kernel().scheduler());
        views.add(of.kernel().schemes());
        views.add(of.kernel().files());
        views.add(of.kernel().addressSpaces());
        views.add(of.kernel().interrupts());
        return views;
    }

    @Test
    void systemCallsHaveTheirPathsAndResults() {
        terminal.line("cat /scheme/ramfs/nothing");
        SystemCallsView calls = session.systemCalls(100);
        SystemCallsView.Call open = calls.calls().stream()
                .filter(call -> call.name().equals("open") && call.arguments().contains("nothing"))
                .findFirst()
                .orElseThrow();
        assertEquals("shell", open.task());
        assertEquals("failure ENOENT: no such file", open.result());
        assertTrue(open.arguments().startsWith("/scheme/ramfs/nothing, "), open.arguments());
        assertTrue(calls.leftOut() > 500);
    }

    @Test
    void aDriverInTheNullNamespaceCannotReachMuch() {
        SchemesView schemes = session.kernel().schemes();
        SchemesView.TaskNamespaces driver = schemes.tasks().stream()
                .filter(task -> task.name().equals("seriald"))
                .findFirst()
                .orElseThrow();
        assertEquals(0, driver.effective());
        List<String> names = schemes.namespaces().get(0).names().stream()
                .map(SchemesView.Name::name)
                .toList();
        assertEquals(List.of("memory", "pipe"), names);
    }
}
