package ringside.redox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import ringside.cpu.trace.Event;
import ringside.events.EventOrder;
import ringside.kernels.view.FilesView.File;
import ringside.kernels.view.SchemesView;
import ringside.kernels.view.SchemesView.Name;
import ringside.kernels.view.SchemesView.TaskNamespaces;

/** The moment R6: a process gives up its names; what is open stays. */
final class NamespaceMomentTest {
    private static Observed observed;
    private static Event opened;
    private static Event call;
    private static Event dropped;
    private static Event refused;
    private static Event read;

    @BeforeAll
    static void boot() {
        observed = Observed.lines("run name-drop");
        EventOrder order = observed.order();
        order.then("path", "name-drop", "path", "/scheme/zero");
        opened = order.then("file-open", "name-drop", "scheme", "zero");
        call = order.then("system-call", "name-drop", "call", "setrens", "root namespace", 0, "effective namespace", 0);
        dropped = order.then("namespace", "name-drop", "effective", 0, "isNull", true);
        order.then("path", "name-drop", "path", "/scheme/zero");
        refused = order.thenWithout(
                event -> event.kind().equals("message-send") && event.task().equals("name-drop"),
                "system-return",
                "name-drop",
                "call",
                "open");
        order.then("file-open", "name-drop", "scheme", "memory");
        order.then("system-call", "name-drop", "call", "read", "length", 8);
        read = order.then("system-return", "name-drop", "call", "read");
    }

    private static TaskNamespaces namespaces() {
        return observed.session().kernel().schemes().tasks().stream()
                .filter(task -> task.name().equals("name-drop"))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> names() {
        SchemesView schemes = observed.session().kernel().schemes();
        int effective = namespaces().effective();
        return schemes.namespaces().stream()
                .filter(namespace -> namespace.id() == effective)
                .flatMap(namespace -> namespace.names().stream())
                .map(Name::name)
                .toList();
    }

    @Test
    void namesAreThereBeforeAndGoneAfter() {
        observed.before(call);
        assertEquals(1, namespaces().root());
        assertEquals(1, namespaces().effective());
        assertTrue(names().containsAll(List.of("debug", "irq", "zero", "ramfs", "serial", "file")), names().toString());
        observed.after(dropped);
        assertEquals(0, namespaces().root());
        assertEquals(0, namespaces().effective());
        assertEquals(List.of("memory", "pipe"), names());
    }

    @Test
    void anOpenByANameThatIsGoneGivesEnodev() {
        assertEquals("ENODEV: no such scheme", refused.detail().get("error"));
        assertTrue(observed.text().contains("name-drop: open /scheme/zero: ENODEV\n"), observed.text());
        assertTrue(observed.text().contains("name-drop: open /scheme/debug: ENODEV\n"), observed.text());
        assertTrue(observed.text().contains("name-drop: open :name-drop as a server: ENODEV\n"), observed.text());
    }

    @Test
    void whatIsOpenCanStillBeUsed() {
        observed.after(refused);
        File zero = observed.files("name-drop").stream()
                .filter(file -> file.schemeName().equals("zero"))
                .findFirst()
                .orElseThrow();
        assertEquals(opened.detail().get("fd"), (long) zero.descriptor());
        assertEquals(observed.pid("zerod"), zero.server());
        assertEquals("8", read.detail().get("result"));
    }

    /** Every driver has done the same once it had all that it needs. */
    @Test
    void driversHaveDoneTheSame() {
        observed.before(call);
        List<String> dropped = observed.session().kernel().schemes().tasks().stream()
                .filter(task -> task.effective() == 0)
                .map(TaskNamespaces::name)
                .toList();
        assertTrue(dropped.containsAll(List.of("seriald", "ps2d", "ramdiskd", "textd")), dropped.toString());
    }
}
