package ringside.kernels.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import ringside.cpu.history.EventLog;
import ringside.cpu.image.MemoryReader;
import ringside.cpu.trace.CpuEvent;
import ringside.cpu.trace.CpuEventKind;
import ringside.cpu.trace.Event;
import ringside.kernels.image.ImageCatalog;
import ringside.kernels.observe.KernelObserver;
import ringside.kernels.observe.KernelViews;
import ringside.kernels.observe.ProbeContext;
import ringside.kernels.session.EventStream.SpaceOwner;

/** Address spaces are named by what the probes told up to then. */
class EventStreamTest {
    private static final long ROOT = 0x13_7000;
    private static final int PROBES = CpuEventKind.PROBE.bit();

    /** Takes every tenth probe for news that page tables have changed hands, from task 0 to task 1 and so on. */
    private static final class Landlord implements KernelObserver {
        private int seen;

        @Override
        public String style() {
            return "other";
        }

        @Override
        public int taskAfter(CpuEvent.Probe probe) {
            return UNCHANGED;
        }

        @Override
        public Optional<Event> event(CpuEvent.Probe probe, ProbeContext names) {
            return Optional.empty();
        }

        @Override
        public Optional<TaskBirth> birth(CpuEvent.Probe probe) {
            return Optional.of(new TaskBirth(1, "shell"));
        }

        @Override
        public Optional<SpaceBirth> spaceBirth(CpuEvent.Probe probe) {
            int number = seen++ / 10;
            return seen % 10 == 1 && number < 3
                    ? Optional.of(new SpaceBirth(ROOT, number - 1, number == 2 ? "shell's child" : ""))
                    : Optional.empty();
        }

        @Override
        public KernelViews views(MemoryReader memory) {
            throw new UnsupportedOperationException("this test asks for events only");
        }
    }

    @Test
    void aRootThatIsUsedAgainHasTheOwnerOfThatTime() {
        Session session = Session.open(ImageCatalog.open("mini-tock"));
        session.timeline().seek(30_000);
        EventLog log = session.timeline().events();
        long first = log.next(0, PROBES);
        long second = after(log, first, 10);
        long third = after(log, second, 10);
        EventStream events = new EventStream(log, Optional.of(new Landlord()), List.of(), List.of());
        assertEquals(Optional.empty(), events.spaceOwner(ROOT, first - 1));
        assertEquals(Optional.of(new SpaceOwner(-1, "kernel")), events.spaceOwner(ROOT, first));
        assertEquals(Optional.of(new SpaceOwner(-1, "kernel")), events.spaceOwner(ROOT, second - 1));
        assertEquals(Optional.of(new SpaceOwner(0, "task 0")), events.spaceOwner(ROOT, second));
        assertEquals(Optional.of(new SpaceOwner(1, "shell's child")), events.spaceOwner(ROOT, third + 1000));
        assertTrue(events.spaceOwner(0x1000, third).isEmpty());
    }

    private static long after(EventLog log, long index, int count) {
        long found = index;
        for (int i = 0; i < count; i++) {
            found = log.next(found + 1, PROBES);
        }
        return found;
    }
}
