package ringside.redox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import ringside.cpu.board.MachineOptions;
import ringside.cpu.history.Cancellation;
import ringside.cpu.history.HistoryBudget;
import ringside.cpu.history.InputLog;
import ringside.kernels.image.BootImage;
import ringside.kernels.image.ImageCatalog;
import ringside.kernels.observe.KernelViews;
import ringside.kernels.session.EventFilter;
import ringside.kernels.session.Session;
import ringside.kernels.session.SessionOptions;
import ringside.kernels.view.AddressSpacesView.Grant;
import ringside.kernels.view.AddressSpacesView.Space;
import ringside.kernels.view.FilesView;
import ringside.kernels.view.InterruptsView;
import ringside.kernels.view.IpcView;
import ringside.kernels.view.SchedulerView;
import ringside.kernels.view.SchemesView;
import ringside.kernels.view.TasksView;

/**
 * A kernel whose structures are laid out anew is read without a change: offsets come from the debugging information.
 *
 * <p>Both images start the same daemons in the same order up to ramfs, and are looked at there.
 */
final class RedoxReorderedTest {
    private static final Path FOLDER = Path.of("kernels/guest/test-images");
    private static final String NAME = "mini-redox-reordered";
    private static final long LIMIT = 30_000_000;

    private static Session reordered() throws IOException {
        byte[] rom = Files.readAllBytes(FOLDER.resolve(NAME + ".rom"));
        byte[] kernel = Files.readAllBytes(FOLDER.resolve(NAME).resolve("mini-redox.elf"));
        BootImage image = ImageCatalog.ofRom(NAME, rom, Map.of("mini-redox", kernel));
        return Session.open(
                image, new SessionOptions("pc", MachineOptions.DEFAULT, HistoryBudget.STANDARD), new InputLog());
    }

    private static KernelViews at(Session session, String event) {
        session.runToEvent(EventFilter.parse(event), LIMIT, Cancellation.NEVER);
        return session.kernel();
    }

    @Test
    void everyTableReadsTheSame() throws IOException {
        Session ours = Session.open(ImageCatalog.open("mini-redox"));
        Session other = reordered();
        for (String event : List.of("message-receive:initfs", "scheme-register:ramfs")) {
            KernelViews one = at(ours, event);
            KernelViews two = at(other, event);
            assertEquals(tasks(one), tasks(two), event);
            assertEquals(schemes(one), schemes(two), event);
            assertEquals(files(one), files(two), event);
            assertEquals(loans(one), loans(two), event);
            assertEquals(lines(one), lines(two), event);
            // Who else is ready depends on where the timer's tick fell.
            if (event.startsWith("message")) {
                assertEquals(queue(one), queue(two), event);
                assertEquals(waits(one), waits(two), event);
                assertEquals(1, loans(one).size());
            }
        }
        assertTrue(schemes(ours.kernel()).size() > 10);
    }

    private static List<String> tasks(KernelViews kernel) {
        List<String> found = new ArrayList<>();
        for (TasksView.Task task : kernel.tasks().tasks()) {
            found.add(task.index() + " " + task.name() + task.fact("parent") + task.fact("effective namespace"));
        }
        return found;
    }

    private static List<String> queue(KernelViews kernel) {
        SchedulerView scheduler = kernel.scheduler();
        List<String> found = new ArrayList<>(List.of(scheduler.running() + " of " + scheduler.sliceTicks()));
        scheduler.queue().forEach(each -> found.add(each.name() + " " + each.ready() + " " + each.status()));
        return found;
    }

    private static List<String> schemes(KernelViews kernel) {
        List<String> found = new ArrayList<>();
        for (SchemesView.Scheme scheme : kernel.schemes().schemes()) {
            found.add(scheme.id() + " " + scheme.name() + " " + scheme.ownerName() + " " + scheme.queued() + " "
                    + scheme.tags().stream()
                            .map(tag -> tag.state() + tag.operation())
                            .toList());
        }
        kernel.schemes().namespaces().forEach(each -> found.add(each.toString()));
        return found;
    }

    private static List<String> files(KernelViews kernel) {
        List<String> found = new ArrayList<>();
        for (FilesView.TaskFiles task : kernel.files().tasks()) {
            for (FilesView.File file : task.files()) {
                found.add(task.name() + " " + file.descriptor() + " " + file.schemeName() + " " + file.path() + " "
                        + file.flagsWords() + " " + file.uses());
            }
        }
        return found;
    }

    /** What is lent, and of what each address space is made. */
    private static List<String> loans(KernelViews kernel) {
        List<String> found = new ArrayList<>();
        for (Space space : kernel.addressSpaces().spaces()) {
            for (Grant grant : space.grants()) {
                if (grant.pinned()) {
                    found.add(space.name() + " " + grant.provider() + " " + grant.protection() + " "
                            + grant.schemeName() + " from " + grant.from().name());
                }
            }
        }
        return found;
    }

    private static List<InterruptsView.Line> lines(KernelViews kernel) {
        return kernel.interrupts().lines();
    }

    private static List<String> waits(KernelViews kernel) {
        return kernel.waits().stream().map(IpcView.Wait::on).toList();
    }
}
