package ringside.cpu.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import ringside.cpu.BadInputException;
import ringside.cpu.machine.Input;
import ringside.cpu.machine.Machine;
import ringside.cpu.machine.RunBudget;
import ringside.cpu.machine.StopConditions;
import ringside.cpu.machine.StopReason;
import ringside.cpu.trace.CpuEventKind;

class TimelineTest {
    private static final int ADD = 0x10;
    private static final int SLEEP = 11;
    private static final int PRINT = 9;
    private static final int HALT = 0x7FFF_FFFF;

    private static Machine program(int... words) {
        ByteBuffer bytes = ByteBuffer.allocate(words.length * 4).order(ByteOrder.LITTLE_ENDIAN);
        for (int word : words) {
            bytes.putInt(word);
        }
        return ToyMachine.with(bytes.array());
    }

    @Test
    void theFirstInstantIsTheEndOfGoingBack() {
        Timeline timeline = new Timeline(ToyMachine.random(1));
        String first = timeline.machine().digest();
        assertEquals(Arrival.Cause.AT_START, timeline.stepBack().cause());
        timeline.step();
        assertEquals(Arrival.Cause.REACHED, timeline.stepBack().cause());
        assertEquals(Arrival.Cause.AT_START, timeline.stepBack().cause());
        assertEquals(
                Arrival.Cause.AT_START,
                timeline.runBack(StopConditions.NONE, Cancellation.NEVER).cause());
        assertEquals(
                Arrival.Cause.AT_START,
                timeline.backToEvent(-1, EventTest.ANY, Cancellation.NEVER).cause());
        assertEquals(first, timeline.machine().digest());
    }

    @Test
    void aGuestThatEndedCanBeSteppedBackIntoLife() {
        Timeline timeline = new Timeline(program(ADD, ADD, HALT, ADD));
        Arrival end = timeline.run(RunBudget.of(100), Cancellation.NEVER);
        assertTrue(end.isFinal());
        assertEquals(3, end.mark());
        assertTrue(timeline.seek(50).isFinal());
        assertEquals(2, timeline.stepBack().mark());
        assertFalse(timeline.step().isFinal());
        assertTrue(timeline.step().isFinal());
    }

    @Test
    void inputInThePastUndoesWhatCameAfterAndSaysSo() {
        Timeline timeline = new Timeline(
                ToyMachine.random(3),
                new InputLog(
                        List.of(new Input(400, "serial", new byte[] {1}), new Input(5_000, "serial", new byte[] {2}))),
                HistoryBudget.STANDARD);
        timeline.seek(1_000);
        assertEquals(1_000, timeline.furthestMark());
        timeline.seek(300);
        assertEquals(700, timeline.inputWouldUndo());
        InputReceipt receipt = timeline.input("serial", new byte[] {9, 9});
        assertEquals(new InputReceipt(300, 700, 1), receipt);
        assertTrue(receipt.changedThePast());
        assertEquals(300, timeline.furthestMark());
        assertEquals(
                List.of(300L, 5_000L),
                timeline.inputs().all().stream().map(Input::mark).toList());
        assertEquals(timeline.eventCount(), timeline.events().size());

        timeline.seek(1_000);
        String straight = timeline.machine().digest();
        timeline.seek(100);
        timeline.seek(1_000);
        assertEquals(straight, timeline.machine().digest());
    }

    @Test
    void inputAtTheFirstInstantSurvivesGoingBack() {
        Timeline timeline = new Timeline(ToyMachine.random(4));
        timeline.input("serial", new byte[] {7});
        String first = timeline.machine().digest();
        timeline.seek(100);
        timeline.seek(0);
        assertEquals(first, timeline.machine().digest());
        assertEquals(1, timeline.eventCount());
    }

    @Test
    void inputCanBeTakenBackUpToAnInstant() {
        Timeline timeline = new Timeline(
                ToyMachine.random(3),
                new InputLog(List.of(new Input(5_000, "serial", new byte[] {2}))),
                HistoryBudget.STANDARD);
        timeline.seek(300);
        timeline.input("serial", new byte[] {1});
        int before = timeline.inputCount();
        String digest = timeline.machine().digest();
        long events = timeline.eventCount();
        for (int round = 0; round < 3; round++) {
            timeline.input("serial", new byte[] {7});
            timeline.seek(700);
            timeline.input("serial", new byte[] {8});
            timeline.seek(1_000);
            assertTrue(timeline.takeBackInput(300, before));
            assertEquals(digest, timeline.machine().digest());
            assertEquals(events, timeline.eventCount());
            assertEquals(events, timeline.events().size());
            assertEquals(300, timeline.furthestMark());
            assertEquals(
                    List.of(300L, 5_000L),
                    timeline.inputs().all().stream().map(Input::mark).toList());
        }
        timeline.seek(1_000);
        assertFalse(timeline.takeBackInput(300, before));
        assertEquals(300, timeline.mark());
        assertEquals(1_000, timeline.furthestMark());
    }

    @Test
    void anUnknownPortIsRefusedAtOnce() {
        InputLog wrong = new InputLog(List.of(new Input(9, "keyboard", new byte[0])));
        BadInputException refused = assertThrows(
                BadInputException.class, () -> new Timeline(ToyMachine.random(5), wrong, HistoryBudget.STANDARD));
        assertTrue(refused.getMessage().contains("keyboard"), refused.getMessage());
        Timeline timeline = new Timeline(ToyMachine.random(5));
        assertThrows(BadInputException.class, () -> timeline.input("nowhere", new byte[1]));
        assertEquals(0, timeline.inputs().size());
    }

    @Test
    void plannedInputWakesASleepThatNothingElseCouldEnd() {
        Machine machine = program(ADD, SLEEP, ADD, PRINT, ADD, ADD, SLEEP, HALT);
        Timeline timeline = new Timeline(
                machine, new InputLog(List.of(new Input(500, "serial", new byte[] {1}))), HistoryBudget.STANDARD);
        Arrival arrival = timeline.run(RunBudget.of(1_000), Cancellation.NEVER);
        if (arrival.stop() instanceof StopReason.WaitingForInput) {
            assertTrue(timeline.inputs().all().get(0).mark() < 500);
        }
        assertTrue(timeline.eventCount() > 0);
    }

    @Test
    void cancellingARunStaysAndCancellingASearchReturns() {
        int[] words = new int[ToyProcessor.CODE_WORDS];
        Arrays.fill(words, ADD);
        Timeline timeline = new Timeline(program(words));
        timeline.seek(10_000);
        int[] questions = {0};
        Cancellation soon = () -> ++questions[0] > 1;
        Arrival search = timeline.runBack(StopConditions.breakpoints(0xFFFF_FFF0L), soon);
        assertEquals(Arrival.Cause.CANCELLED, search.cause());
        assertEquals(10_000, timeline.mark());
        Arrival seek = timeline.seek(9_000_000, () -> ++questions[0] > 5);
        assertEquals(Arrival.Cause.CANCELLED, seek.cause());
        assertEquals(10_000, timeline.mark());
        questions[0] = 0;
        Arrival run = timeline.run(RunBudget.of(9_000_000), () -> ++questions[0] > 3);
        assertEquals(Arrival.Cause.CANCELLED, run.cause());
        assertTrue(run.mark() > 10_000 && run.mark() < 9_000_000, "stays at " + run.mark());
    }

    @Test
    void theEventLogSaysFromWhereItIsComplete() {
        int[] words = new int[ToyProcessor.CODE_WORDS];
        Arrays.fill(words, PRINT);
        Timeline timeline = new Timeline(program(words), new InputLog(), new HistoryBudget(1 << 22, 20_000, 1024));
        timeline.seek(20_000);
        EventLog log = timeline.events();
        assertEquals(20_000, log.size());
        assertTrue(log.firstIndex() > 0, "old events were let go");
        assertTrue(log.completeFrom() > 0);
        assertEquals(20_000, timeline.console(0).length, "console bytes are all kept");
        timeline.seek(log.completeFrom() - 10);
        Arrival back = timeline.backToEvent(CpuEventKind.CONSOLE.bit(), EventTest.ANY, Cancellation.NEVER);
        assertEquals(log.completeFrom() - 11, back.mark(), "found by running again");
    }
}
