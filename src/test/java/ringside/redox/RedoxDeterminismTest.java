package ringside.redox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import ringside.cpu.history.Cancellation;
import ringside.cpu.history.Timeline;
import ringside.cpu.machine.RunBudget;
import ringside.cpu.trace.Event;
import ringside.cpu.tracefile.TraceFile;
import ringside.cpu.tracefile.TraceReplay;
import ringside.kernels.session.Session;
import ringside.kernels.session.SessionTraces;

/** The same inputs give the same run of mini-redox, however one moves through it. Seeds are in the messages. */
final class RedoxDeterminismTest {
    private static final long SEED = 20261125;
    /** What the moments are made of. */
    private static final Set<String> MOMENTS = Set.of(
            "processor-mode",
            "exception-entry",
            "address-space-switch",
            "system-call",
            "message-send",
            "message-receive",
            "message-reply",
            "lend",
            "copy",
            "irq-mask",
            "irq-unmask",
            "namespace",
            "page-map",
            "fault",
            "scheme-remove",
            "task-end",
            "signal");

    /** A terminal at which the moments have been typed. */
    private static Terminal typed() {
        Terminal terminal = Terminal.booted();
        terminal.line("cat /scheme/ramfs/numbers.txt");
        terminal.line("run page-toucher");
        terminal.line("run name-drop");
        terminal.line("run crasher daemon-silent");
        terminal.line("run crasher daemon-null");
        return terminal;
    }

    @Test
    void aTypedSessionReplays() {
        Terminal terminal = typed();
        Session session = terminal.session();
        // Something else is typed in the past: what came after it is undone.
        session.timeline().seek(session.timeline().mark() * 3 / 4);
        terminal.type("echo again\r");
        terminal.run(1_000_000);
        TraceFile trace = SessionTraces.record(session, "test");
        Session again = SessionTraces.open(trace, "redox.rtrace");
        TraceReplay replay = TraceReplay.run(trace, again.timeline(), Long.MAX_VALUE, Cancellation.NEVER);
        assertTrue(replay.agrees(), replay.toString());
        assertEquals(session.console().text(), again.console().text());
        assertEquals(session.events().size(), again.events().size());
    }

    @Test
    void someMarksAroundTheMomentsAreTheSameHoweverOneComesThere() {
        compare(30);
    }

    @Test
    @Tag("long")
    void manyMarksAroundTheMomentsAreTheSameHoweverOneComesThere() {
        compare(200);
    }

    /** Straight ahead, by steps, by a seek from elsewhere, and by steps back and forward. */
    private static void compare(int count) {
        Session session = typed().session();
        Timeline timeline = session.timeline();
        TraceFile trace = SessionTraces.record(session, "test");
        Random random = new Random(SEED);
        TreeSet<Long> marks = aroundMoments(session, count, random);
        Map<Long, String> reference = new HashMap<>();
        Timeline straight = SessionTraces.open(trace, "redox.rtrace").timeline();
        Timeline stepped = SessionTraces.open(trace, "redox.rtrace").timeline();
        for (long mark : marks) {
            straight.run(RunBudget.of(mark - straight.mark()), Cancellation.NEVER);
            reference.put(mark, straight.machine().digest());
            stepped.run(RunBudget.of(Math.max(0, mark - stepped.mark() - 100)), Cancellation.NEVER);
            while (stepped.mark() < mark) {
                stepped.step();
            }
            assertEquals(reference.get(mark), stepped.machine().digest(), "stepped to " + mark + ", seed " + SEED);
        }
        List<Long> shuffled = new ArrayList<>(marks);
        Collections.shuffle(shuffled, random);
        for (long mark : shuffled) {
            timeline.seek(mark + random.nextInt(10));
            while (timeline.mark() > mark) {
                timeline.stepBack();
            }
            for (int step = random.nextInt(4); step > 0; step--) {
                timeline.stepBack();
            }
            while (timeline.mark() < mark) {
                timeline.step();
            }
            assertEquals(reference.get(mark), timeline.machine().digest(), "back at " + mark + ", seed " + SEED);
        }
    }

    /** So many marks, each at most five instructions from an event of a moment. */
    private static TreeSet<Long> aroundMoments(Session session, int count, Random random) {
        Map<String, List<Long>> byKind = new HashMap<>();
        session.events().read(0, session.events().size(), (index, event) -> {
            if (MOMENTS.contains(event.kind())) {
                byKind.computeIfAbsent(event.kind(), any -> new ArrayList<>()).add(event.mark());
            }
            return true;
        });
        assertEquals(MOMENTS, byKind.keySet());
        List<String> kinds = MOMENTS.stream().sorted().toList();
        TreeSet<Long> marks = new TreeSet<>();
        for (int i = 0; marks.size() < count; i++) {
            List<Long> ofKind = byKind.get(kinds.get(i % kinds.size()));
            marks.add(ofKind.get(random.nextInt(ofKind.size())) + random.nextInt(11) - 5);
        }
        return marks;
    }

    /** The shell and a pair of processes that exchange messages, run twice. */
    @Test
    void someMillionInstructionsGiveTheSameStateTwice() {
        assertEquals(busy(20_000_000), busy(20_000_000));
    }

    @Test
    @Tag("long")
    void aHundredMillionInstructionsGiveTheSameStateTwice() {
        assertEquals(busy(100_000_000), busy(100_000_000));
    }

    /** What is printed, how many events there were, and the digest at the end, after so many instructions. */
    private static List<Object> busy(long instructions) {
        Terminal terminal = Terminal.booted();
        terminal.line("run ping-pong client 0 &");
        terminal.line("ls /scheme");
        terminal.line("cat /scheme/ramfs/numbers.txt");
        Timeline timeline = terminal.session().timeline();
        terminal.run(instructions - timeline.mark());
        assertEquals(instructions, timeline.mark());
        List<Event> messages = new ArrayList<>();
        terminal.session().events().read(0, timeline.eventCount(), (index, event) -> {
            if (event.kind().equals("message-reply") && event.task().equals("ping-pong")) {
                messages.add(event);
            }
            return true;
        });
        assertTrue(messages.size() > 50, messages.size() + " answers");
        return List.of(
                terminal.text(), timeline.eventCount(), timeline.machine().digest());
    }
}
