package ringside.kernels.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
import ringside.kernels.observe.MessageStep;
import ringside.kernels.observe.ProbeContext;
import ringside.kernels.view.IpcView;
import ringside.kernels.view.IpcView.Loan;
import ringside.kernels.view.IpcView.Message;
import ringside.kernels.view.IpcView.State;
import ringside.kernels.view.NamedValue;

/** Messages are put together from the moments that the probes tell, for every instant alike. */
class MessageLogTest {
    private static final int PROBES = CpuEventKind.PROBE.bit();
    private static final int CLIENT = 7;
    private static final int SERVER = 3;
    private static final long SCHEME = 17;
    private static final Loan LOAN = new Loan(0x1_0C18, 0x1_2388, 0x1000_0C18, 0x1000_2388, true, 1, 1000, 904, 0);

    /** Gives the probes of a log one moment after the other. */
    private static final class Story implements KernelObserver {
        private final Map<Long, MessageStep> steps = new HashMap<>();

        @Override
        public String style() {
            return "other";
        }

        @Override
        public int taskAfter(CpuEvent.Probe probe) {
            return UNCHANGED;
        }

        @Override
        public Optional<Event> event(CpuEvent.Probe probe, ProbeContext context) {
            return Optional.empty();
        }

        @Override
        public Optional<TaskBirth> birth(CpuEvent.Probe probe) {
            return Optional.empty();
        }

        @Override
        public Optional<MessageStep> message(CpuEvent.Probe probe, ProbeContext context) {
            return Optional.ofNullable(steps.get(probe.mark()));
        }

        @Override
        public KernelViews views(MemoryReader memory) {
            throw new UnsupportedOperationException("this test asks for events only");
        }
    }

    private final List<Long> indices = new ArrayList<>();
    private EventStream events;

    private void tell(MessageStep... steps) {
        Session session = Session.open(ImageCatalog.open("mini-tock"));
        session.timeline().seek(100_000);
        EventLog log = session.timeline().events();
        Story story = new Story();
        long index = -1;
        for (MessageStep step : steps) {
            long mark = index < 0 ? -1 : log.mark(index);
            do {
                index = log.next(index + 1, PROBES);
            } while (log.mark(index) == mark);
            indices.add(index);
            story.steps.put(log.mark(index), step);
        }
        events = new EventStream(log, Optional.of(story), List.of(), List.of());
    }

    private List<Message> after(int steps) {
        return MessageLog.read(events, indices.get(steps - 1) + 1, Long.MAX_VALUE, 100);
    }

    private static MessageStep.Sent sent(long tag, IpcView.Kind kind, String operation) {
        return new MessageStep.Sent(
                SCHEME, tag, kind, operation, CLIENT, SERVER, List.of(NamedValue.number("tag", tag)));
    }

    private static MessageStep.Replied replied(long tag, String result) {
        return new MessageStep.Replied(SCHEME, tag, SERVER, List.of(NamedValue.number("tag", tag)), result);
    }

    @Test
    void aCallGoesThroughItsStatesAndHasTheSameOnesSeenFromAnyInstant() {
        tell(
                new MessageStep.Entered(CLIENT, 0x40_1234),
                new MessageStep.Copied(SCHEME, 1, 1000),
                new MessageStep.Lent(SCHEME, 1, LOAN),
                sent(1, IpcView.Kind.CALL, "Read"),
                new MessageStep.Switched(SERVER),
                new MessageStep.Received(SCHEME, 1, SERVER),
                replied(1, "6000"),
                new MessageStep.Switched(CLIENT),
                new MessageStep.Copied(SCHEME, 1, 904),
                new MessageStep.Done(SCHEME, 1, CLIENT, "6000"));
        assertEquals(List.of(), after(3));
        Message message = after(10).get(0);
        assertEquals(State.DONE, message.state());
        assertEquals(0x40_1234, message.callAddress());
        assertEquals("6000", message.result());
        assertEquals(message.done() - message.sent(), message.latency());
        assertEquals(2, message.costs().contextSwitches());
        assertEquals(2, message.costs().copies());
        assertEquals(
                List.of(new Loan(0x1_0C18, 0x1_2388, 0x1000_0C18, 0x1000_2388, true, 1, 1000, 904, 1904)),
                message.loans());
        assertEquals(State.WAITING, after(4).get(0).state());
        assertEquals(IpcView.NEVER, after(5).get(0).received());
        assertEquals(message.received(), after(6).get(0).received());
        assertEquals(State.RESPONDED, after(7).get(0).state());
        assertEquals(IpcView.NEVER, after(9).get(0).done());
        assertEquals(message, after(10).get(0));
    }

    @Test
    void aTagThatIsUsedAgainStandsForAnotherMessage() {
        tell(
                sent(1, IpcView.Kind.CALL, "Open"),
                new MessageStep.Received(SCHEME, 1, SERVER),
                replied(1, "5"),
                new MessageStep.Done(SCHEME, 1, CLIENT, "5"),
                sent(1, IpcView.Kind.CALL, "Fstat"),
                new MessageStep.Received(SCHEME, 1, SERVER));
        List<Message> messages = after(6);
        assertEquals("5", messages.get(0).result());
        assertEquals(State.WAITING, messages.get(1).state());
        assertEquals("", messages.get(1).result());
    }

    @Test
    void messagesAreReadInTheOrderOfTheQueue() {
        tell(
                sent(0, IpcView.Kind.ONE_WAY, "Close"),
                sent(1, IpcView.Kind.CALL, "Open"),
                new MessageStep.Received(SCHEME, 0, SERVER),
                new MessageStep.Received(SCHEME, 1, SERVER));
        List<Message> messages = after(4);
        assertEquals(State.DONE, messages.get(0).state());
        assertEquals(State.WAITING, messages.get(1).state());
        assertEquals(after(3).get(0).received(), messages.get(0).received());
        assertEquals(IpcView.NEVER, after(3).get(1).received());
    }

    @Test
    void aCallThatIsCancelledAbandonedOrLostSaysSo() {
        tell(
                sent(1, IpcView.Kind.CALL, "Read"),
                new MessageStep.Canceled(SCHEME, 1),
                new MessageStep.Abandoned(SCHEME, 1),
                replied(1, "ECANCELED"),
                sent(2, IpcView.Kind.CALL, "Write"),
                new MessageStep.Closed(SCHEME));
        assertEquals(State.CANCELING, after(2).get(0).state());
        assertEquals(State.ABANDONED, after(3).get(0).state());
        assertEquals(State.DONE, after(4).get(0).state());
        assertEquals(State.LOST, after(6).get(1).state());
    }

    @Test
    void aPageOfOlderMessagesKnowsHowTheyEnded() {
        tell(
                sent(1, IpcView.Kind.CALL, "Open"),
                sent(2, IpcView.Kind.CALL, "Read"),
                sent(3, IpcView.Kind.CALL, "Write"),
                new MessageStep.Done(SCHEME, 1, CLIENT, "5"),
                new MessageStep.Done(SCHEME, 3, CLIENT, "6"));
        long end = indices.get(4) + 1;
        List<Message> latest = MessageLog.read(events, end, Long.MAX_VALUE, 2);
        assertEquals(
                List.of("Read", "Write"),
                latest.stream().map(Message::operation).toList());
        List<Message> older = MessageLog.read(events, end, latest.get(0).index(), 2);
        assertEquals(List.of("Open"), older.stream().map(Message::operation).toList());
        assertEquals("5", older.get(0).result());
        IpcView view = IpcReader.read(events, end, Long.MAX_VALUE, 2, List.of());
        assertEquals(1, view.leftOut());
    }

    @Test
    void whoWaitsIsLinkedWithTheMessage() {
        tell(new MessageStep.Blocked(CLIENT), sent(1, IpcView.Kind.CALL, "Read"));
        IpcView.Wait wait = new IpcView.Wait(CLIENT, "client", "SchemeCall", "server", SERVER, -1, -1);
        IpcView view = IpcReader.read(events, indices.get(1) + 1, Long.MAX_VALUE, 10, List.of(wait));
        assertEquals(indices.get(1), view.waits().get(0).message());
        assertEquals(events.log().mark(indices.get(0)), view.waits().get(0).since());
    }
}
