package ringside.cpu.history;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ringside.cpu.machine.RunBudget;
import ringside.cpu.machine.StopReason;
import ringside.cpu.tracefile.TraceFile;
import ringside.cpu.tracefile.TraceReplay;
import ringside.kernels.image.ImageCatalog;
import ringside.kernels.session.Session;
import ringside.kernels.session.SessionTraces;

/** Text typed while the guest runs or sleeps, also into the past: whatever was typed, the run replays exactly. */
class RealInputTest {
    private static Session echo() {
        return Session.open(ImageCatalog.open("echo"));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void aTypedSessionReplays(long seed) {
        Random random = new Random(seed);
        Session session = echo();
        Timeline timeline = session.timeline();
        int waits = 0;
        for (int line = 0; line < 12; line++) {
            Arrival arrival = timeline.run(RunBudget.of(random.nextInt(60_000)), Cancellation.NEVER);
            waits += arrival.stop() instanceof StopReason.WaitingForInput ? 1 : 0;
            if (line % 4 == 3) {
                timeline.seek(timeline.mark() * 3 / 4);
            }
            String text = "line " + line + (random.nextBoolean() ? "\r" : "");
            session.input("uart0", text.getBytes(StandardCharsets.UTF_8));
        }
        timeline.run(RunBudget.of(200_000), Cancellation.NEVER);
        assertTrue(waits > 0, "seed " + seed + " never slept");

        Map<Long, String> digests = new TreeMap<>();
        for (int i = 0; i < 60; i++) {
            timeline.seek((long) (random.nextDouble() * timeline.furthestMark()));
            digests.put(timeline.mark(), timeline.machine().digest());
        }
        long end = timeline.furthestMark();
        byte[] console = consoleAt(timeline, end);

        TraceFile trace = SessionTraces.record(session, "test");
        Session again = SessionTraces.open(trace, "typed.rtrace");
        for (Map.Entry<Long, String> entry : digests.entrySet()) {
            again.timeline().seek(entry.getKey());
            assertEquals(
                    entry.getValue(), again.timeline().machine().digest(), "seed " + seed + ", mark " + entry.getKey());
        }
        TraceReplay replay = TraceReplay.run(
                trace, SessionTraces.open(trace, "typed.rtrace").timeline(), Long.MAX_VALUE, Cancellation.NEVER);
        assertTrue(replay.agrees(), "seed " + seed + ": " + replay);
        assertArrayEquals(console, consoleAt(again.timeline(), end), "seed " + seed);
    }

    private static byte[] consoleAt(Timeline timeline, long mark) {
        timeline.seek(mark);
        return timeline.console(0);
    }

    /** Wherever typed input woke the guest, going there from both sides gives one state and one list of events. */
    @ParameterizedTest
    @ValueSource(longs = {5, 6})
    void eventsAroundAWakeUpAreTheSameFromBothSides(long seed) {
        Random random = new Random(seed);
        Session session = echo();
        Timeline timeline = session.timeline();
        for (int line = 0; line < 5; line++) {
            timeline.run(RunBudget.of(1_000_000), Cancellation.NEVER);
            session.input("uart0", new byte[] {(byte) ('a' + random.nextInt(26)), '\r'});
        }
        timeline.run(RunBudget.of(1_000_000), Cancellation.NEVER);
        long end = timeline.mark();
        timeline.seek(0);
        List<Long> forwards = new ArrayList<>();
        while (timeline.runToEvent(-1, EventTest.ANY, end - timeline.mark(), Cancellation.NEVER)
                        .stop()
                instanceof StopReason.EventSeen) {
            if (forwards.isEmpty() || forwards.get(forwards.size() - 1) != timeline.mark()) {
                forwards.add(timeline.mark());
            }
        }
        timeline.seek(end);
        for (int i = forwards.size() - 1; i >= 0; i--) {
            if (forwards.get(i) != end && forwards.get(i) != 0) {
                Arrival back = timeline.backToEvent(-1, EventTest.ANY, Cancellation.NEVER);
                assertEquals(forwards.get(i), back.mark(), "seed " + seed);
            }
        }
    }
}
