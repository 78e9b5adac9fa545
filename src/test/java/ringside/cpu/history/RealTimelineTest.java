package ringside.cpu.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import ringside.cpu.bus.BusFault;
import ringside.cpu.bus.Width;
import ringside.cpu.machine.Machine;
import ringside.cpu.machine.RunBudget;
import ringside.cpu.machine.StopConditions;
import ringside.cpu.machine.StopReason;
import ringside.cpu.trace.CpuEventKind;
import ringside.kernels.image.ImageCatalog;
import ringside.kernels.session.Session;
import ringside.kernels.session.ViewCatalog;

/** Step = run = replay = back and forward, over random marks of the boot of mini-tock. The seed is in the messages. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RealTimelineTest {
    private static final long SEED = 20261122;
    private static final int MARKS = 1_000;

    private final long end = bootedToTheEnd().mark();
    private final Map<Long, String> reference = runStraight();
    private final List<Long> marks = List.copyOf(new TreeSet<>(reference.keySet()));

    private static Timeline booted() {
        return Session.open(ImageCatalog.open("mini-tock")).timeline();
    }

    private static Timeline bootedToTheEnd() {
        Timeline timeline = booted();
        timeline.run(RunBudget.of(100_000_000), Cancellation.NEVER);
        return timeline;
    }

    /** The digests at random marks, from one run straight ahead that knows nothing of time travel. */
    private Map<Long, String> runStraight() {
        Random random = new Random(SEED);
        TreeSet<Long> chosen = new TreeSet<>(List.of(0L, 1L, end - 1, end));
        while (chosen.size() < MARKS) {
            chosen.add((long) (random.nextDouble() * end));
        }
        Machine machine = booted().machine();
        Map<Long, String> digests = new HashMap<>();
        for (long mark : chosen) {
            machine.run(RunBudget.of(mark - machine.mark()));
            digests.put(machine.mark(), machine.digest());
        }
        assertEquals(chosen, digests.keySet());
        return digests;
    }

    private void assertReferenceAt(Timeline timeline, long mark) {
        assertEquals(mark, timeline.mark(), "seed " + SEED);
        assertEquals(reference.get(mark), timeline.machine().digest(), "seed " + SEED + ", mark " + mark);
    }

    @Test
    void singleStepsGiveTheSameStates() {
        Machine machine = booted().machine();
        for (long mark : marks) {
            while (machine.mark() < mark) {
                machine.step();
            }
            assertEquals(reference.get(mark), machine.digest(), "mark " + mark);
        }
    }

    @Test
    void replayFromCheckpointsGivesTheSameStates() {
        Timeline timeline = bootedToTheEnd();
        List<Long> shuffled = new ArrayList<>(marks);
        Collections.shuffle(shuffled, new Random(SEED));
        for (long mark : shuffled) {
            timeline.seek(mark);
            assertReferenceAt(timeline, mark);
        }
    }

    @Test
    void backAndForwardGivesTheSameStates() {
        Timeline timeline = bootedToTheEnd();
        Random random = new Random(SEED);
        for (int i = 0; i < MARKS; i++) {
            long mark = marks.get(random.nextInt(marks.size()));
            timeline.seek(Math.min(end, mark + random.nextInt(10)));
            while (timeline.mark() > mark) {
                timeline.stepBack();
            }
            for (int step = random.nextInt(4); step > 0; step--) {
                timeline.stepBack();
            }
            while (timeline.mark() < mark) {
                timeline.step();
            }
            assertReferenceAt(timeline, mark);
        }
    }

    @Test
    void lookingChangesNothing() {
        Timeline timeline = booted();
        Random random = new Random(SEED);
        for (long mark : marks.subList(0, 40)) {
            timeline.seek(mark);
            Machine machine = timeline.machine();
            for (long device : new long[] {0x4000_4000L, 0x4000_0000L, 0x4002_8000L, 0xE000_E000L, 0x2000_0000L}) {
                long address = device + random.nextInt(64) * 4L;
                if (canPeek(machine, address)) {
                    machine.processor().disassemble(address, 3);
                }
            }
            machine.processor().registers();
            assertReferenceAt(timeline, mark);
        }
    }

    private static boolean canPeek(Machine machine, long address) {
        try {
            machine.bus().peek(address, Width.WORD);
            return true;
        } catch (BusFault nothingThere) {
            return false;
        }
    }

    @Test
    void runningBackToABreakpointMirrorsRunningForward() {
        Timeline timeline = booted();
        long handler = ViewCatalog.address(Session.open(ImageCatalog.open("mini-tock")), "svc_handler") & ~1L;
        StopConditions stops = StopConditions.breakpoints(handler);
        List<Long> hits = new ArrayList<>();
        while (timeline.run(new RunBudget(end, stops), Cancellation.NEVER).stop()
                instanceof StopReason.BreakpointReached) {
            hits.add(timeline.mark());
        }
        assertTrue(hits.size() > 20, hits.size() + " hits");
        for (int i = hits.size() - 1; i >= 0; i--) {
            assertEquals(
                    hits.get(i), timeline.runBack(stops, Cancellation.NEVER).mark());
        }
        assertEquals(
                Arrival.Cause.AT_START,
                timeline.runBack(stops, Cancellation.NEVER).cause());
    }

    @Test
    void everyEventIsReachedBackwardsAsForwards() {
        Timeline timeline = booted();
        int mask = CpuEventKind.EXCEPTION_ENTRY.bit() | CpuEventKind.FAULT.bit();
        List<Long> marks = new ArrayList<>();
        while (timeline.runToEvent(mask, EventTest.ANY, end, Cancellation.NEVER).cause() == Arrival.Cause.STOPPED
                && timeline.mark() < end) {
            marks.add(timeline.mark());
        }
        assertTrue(marks.size() > 100, marks.size() + " events");
        List<Long> distinct = new ArrayList<>(new TreeSet<>(marks));
        timeline.seek(end);
        for (int i = distinct.size() - 1; i >= 0; i--) {
            assertEquals(
                    distinct.get(i),
                    timeline.backToEvent(mask, EventTest.ANY, Cancellation.NEVER)
                            .mark());
        }
    }
}
