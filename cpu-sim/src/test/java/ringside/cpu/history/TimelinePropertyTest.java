package ringside.cpu.history;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ringside.cpu.bus.BusFault;
import ringside.cpu.bus.Width;
import ringside.cpu.machine.Input;
import ringside.cpu.machine.Machine;
import ringside.cpu.machine.RunBudget;
import ringside.cpu.machine.StopConditions;
import ringside.cpu.machine.StopReason;
import ringside.cpu.trace.CpuEventKind;

/** Step = run = replay = back and forward, on random programs. A failing case names its seed. */
class TimelinePropertyTest {
    private static final int LENGTH = 6_000;
    private static final HistoryBudget SMALL = new HistoryBudget(1 << 20, 1 << 20, 512);

    private static List<Input> someInputs(long seed) {
        Random random = new Random(seed);
        List<Input> inputs = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            byte[] bytes = new byte[random.nextInt(4) + 1];
            random.nextBytes(bytes);
            inputs.add(new Input(random.nextInt(LENGTH), "serial", bytes));
        }
        return inputs;
    }

    private static Timeline timeline(long seed, HistoryBudget budget) {
        return new Timeline(ToyMachine.random(seed), new InputLog(someInputs(seed)), budget);
    }

    /** The digest at every 7th mark, from single steps without any time travel. */
    private static Map<Long, String> reference(long seed) {
        Timeline timeline = timeline(seed, HistoryBudget.STANDARD);
        Map<Long, String> digests = new HashMap<>();
        while (timeline.mark() < LENGTH) {
            if (timeline.mark() % 7 == 0) {
                digests.put(timeline.mark(), timeline.machine().digest());
            }
            if (timeline.step().cause() != Arrival.Cause.REACHED) {
                break;
            }
        }
        digests.put(timeline.mark(), timeline.machine().digest());
        return digests;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void everyWayToAMarkGivesTheSameState(long seed) {
        Map<Long, String> reference = reference(seed);
        List<Long> marks = new ArrayList<>(reference.keySet());
        Timeline timeline = timeline(seed, SMALL);
        Random random = new Random(seed);
        for (int i = 0; i < 150; i++) {
            long mark = marks.get(random.nextInt(marks.size()));
            int detour = random.nextInt(4);
            if (detour == 1) {
                timeline.seek(mark + random.nextInt(40));
                while (timeline.mark() > mark) {
                    timeline.stepBack();
                }
            } else if (detour == 2) {
                timeline.seek(Math.max(0, mark - random.nextInt(40)));
                while (timeline.mark() < mark) {
                    timeline.step();
                }
            } else {
                timeline.seek(mark);
            }
            assertEquals(mark, timeline.mark(), "seed " + seed);
            assertEquals(reference.get(mark), timeline.machine().digest(), "seed " + seed + ", mark " + mark);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14})
    void runningBackFindsTheLastStopBeforeTheCursor(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 12; i++) {
            StopConditions stops = new StopConditions(
                    new long[] {random.nextInt(ToyProcessor.CODE_WORDS) * 4L, random.nextInt(64) * 4L},
                    random.nextInt(3) == 0 ? CpuEventKind.FAULT.bit() : 0,
                    List.of());
            List<Long> hits = new ArrayList<>();
            Timeline plain = timeline(seed, HistoryBudget.STANDARD);
            Arrival arrival;
            while ((arrival = plain.run(new RunBudget(LENGTH - plain.mark(), stops), Cancellation.NEVER)).cause()
                    == Arrival.Cause.STOPPED) {
                if (arrival.stop() instanceof StopReason.WaitingForInput) {
                    break;
                }
                hits.add(plain.mark());
            }
            long end = plain.mark();
            Timeline timeline = timeline(seed, SMALL);
            timeline.seek(end);
            for (int hit = hits.size() - 1; hit >= 0; hit--) {
                if (hits.get(hit) == end) {
                    continue;
                }
                Arrival back = timeline.runBack(stops, Cancellation.NEVER);
                assertEquals(hits.get(hit), back.mark(), "seed " + seed + " of " + hits.size());
                assertEquals(Arrival.Cause.STOPPED, back.cause());
            }
            Arrival first = timeline.runBack(stops, Cancellation.NEVER);
            assertEquals(Arrival.Cause.AT_START, first.cause(), "seed " + seed);
            assertEquals(0, timeline.mark());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23})
    void backToEventIsTheMirrorOfRunToEvent(long seed) {
        int mask = CpuEventKind.CONSOLE.bit() | CpuEventKind.INPUT.bit();
        Timeline timeline = timeline(seed, SMALL);
        List<Long> marks = new ArrayList<>();
        while (timeline.mark() < LENGTH
                && timeline.runToEvent(mask, EventTest.ANY, LENGTH - timeline.mark(), Cancellation.NEVER)
                                .stop()
                        instanceof StopReason.EventSeen) {
            marks.add(timeline.mark());
        }
        assertTrue(marks.size() > 3, "seed " + seed + " has too few events");
        long end = timeline.mark();
        List<Long> distinct =
                marks.stream().distinct().filter(mark -> mark > 0 && mark < end).toList();
        for (int i = distinct.size() - 1; i >= 0; i--) {
            Arrival back = timeline.backToEvent(mask, EventTest.ANY, Cancellation.NEVER);
            assertEquals(distinct.get(i), back.mark(), "seed " + seed);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {31, 32, 33})
    void eventsAreRecordedOnceHoweverOftenTheyHappen(long seed) {
        Timeline once = timeline(seed, SMALL);
        once.seek(LENGTH);
        Timeline often = timeline(seed, SMALL);
        Random random = new Random(seed);
        for (int i = 0; i < 100; i++) {
            often.seek(random.nextInt(LENGTH));
        }
        often.seek(LENGTH);
        assertEquals(once.events().size(), often.events().size(), "seed " + seed);
        assertEquals(once.eventCount(), often.eventCount());
        for (long i = 0; i < once.events().size(); i++) {
            assertEquals(once.events().event(i), often.events().event(i), "seed " + seed + ", event " + i);
        }
        assertArrayEquals(once.console(0), often.console(0));
        often.seek(LENGTH / 2);
        byte[] prefix = often.console(0);
        assertTrue(prefix.length <= once.console(0).length);
        Timeline half = timeline(seed, SMALL);
        half.seek(LENGTH / 2);
        assertArrayEquals(half.console(0), prefix);
    }

    @Test
    void lookingChangesNothing() {
        Timeline timeline = timeline(41, SMALL);
        Random random = new Random(41);
        for (int i = 0; i < 60; i++) {
            timeline.seek(random.nextInt(LENGTH));
            Machine machine = timeline.machine();
            String before = machine.digest();
            for (int look = 0; look < 50; look++) {
                try {
                    machine.bus()
                            .peek(random.nextBoolean() ? random.nextInt(0x2_0000) & ~3 : ToyProcessor.UART, Width.WORD);
                } catch (BusFault nothingThere) {
                    continue;
                }
            }
            assertEquals(before, machine.digest());
        }
    }

    @Test
    void theMemoryBudgetIsKeptByDoublingTheSpacing() {
        HistoryBudget tight = new HistoryBudget(400_000, 1 << 20, 64);
        Timeline timeline = timeline(51, tight);
        for (int i = 1; i <= 60; i++) {
            timeline.seek(i * 2_000L);
            timeline.seek(i * 1_000L);
            assertTrue(timeline.checkpointBytes() <= tight.checkpointBytes(), timeline.checkpointBytes() + " bytes");
        }
        assertTrue(timeline.checkpointSpacing() > 64);
        assertTrue(timeline.checkpointCount() > 2, timeline.checkpointCount() + " checkpoints");
        timeline.seek(0);
        assertEquals(0, timeline.mark());
    }
}
