package ringside.tock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import ringside.cpu.history.Arrival;
import ringside.cpu.history.Cancellation;
import ringside.cpu.machine.RunBudget;
import ringside.cpu.machine.StopReason.Halted;
import ringside.kernels.image.ImageCatalog;
import ringside.kernels.session.EventFilter;
import ringside.kernels.session.Session;
import ringside.kernels.view.TasksView;

/** Boots the kernel's own test images: a process that checks the system calls, and structures in another order. */
final class KernelTestImagesTest {
    private static final String FOLDER = "kernels/guest/test-images/";
    private static final long LIMIT = 100_000_000;

    @Test
    void everySystemCallDoesWhatItSays() {
        Session session = Session.open(ImageCatalog.open(FOLDER + "mini-tock-tests.elf"));
        Arrival end = session.timeline().run(RunBudget.of(LIMIT), Cancellation.NEVER);
        assertEquals(new Halted(0), end.stop());
        String console = session.console().text();
        assertTrue(console.contains("tester: 45 passed, 0 failed"), console);
    }

    /** Offsets come from the debugging information: with other offsets the tables read the same. */
    @Test
    void reorderedStructuresReadTheSame() {
        TasksView.Task ours = firstTask(ImageCatalog.open("mini-tock").name());
        TasksView.Task reordered = firstTask(FOLDER + "mini-tock-reordered.elf");
        assertEquals(ours.name(), reordered.name());
        assertEquals(ours.state(), reordered.state());
        assertEquals(ours.upcalls(), reordered.upcalls());
        assertEquals(ours.systemCalls(), reordered.systemCalls());
        assertEquals(ours.memory().ramStart(), reordered.memory().ramStart());
        assertEquals(ours.memory().ramEnd(), reordered.memory().ramEnd());
    }

    private static TasksView.Task firstTask(String image) {
        Session session = Session.open(ImageCatalog.open(image));
        session.runToEvent(EventFilter.parse("system-call:command"), LIMIT, Cancellation.NEVER);
        return session.kernel().tasks().find(0).orElseThrow();
    }
}
