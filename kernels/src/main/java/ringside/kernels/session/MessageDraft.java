package ringside.kernels.session;

import java.util.ArrayList;
import java.util.List;
import ringside.kernels.observe.MessageStep;
import ringside.kernels.view.IpcView;
import ringside.kernels.view.IpcView.Costs;
import ringside.kernels.view.IpcView.Loan;
import ringside.kernels.view.IpcView.Message;
import ringside.kernels.view.IpcView.State;
import ringside.kernels.view.NamedValue;

/** A message of the sequence chart in the making. */
final class MessageDraft {
    /** What happened up to an instant, counted from some beginning. */
    record Counters(long modeSwitches, long addressSpaceSwitches, long contextSwitches) {}

    /** What was lent and copied for a message that has not been sent yet. */
    static final class Prelude {
        private final List<Loan> loans = new ArrayList<>();
        private long copies;
        private long copiedBytes;

        void lend(Loan loan) {
            loans.add(loan);
        }

        void copy(long bytes) {
            copies++;
            copiedBytes += bytes;
        }
    }

    private final long index;
    private final MessageStep.Sent sent;
    private final String channel;
    private final long sentMark;
    private final Counters before;
    private final Prelude lent;
    private long callAddress;
    private State state = State.WAITING;
    private List<NamedValue> reply = List.of();
    private String result = "";
    private int server;
    private long received = IpcView.NEVER;
    private long replied = IpcView.NEVER;
    private long done = IpcView.NEVER;
    private Counters after;

    MessageDraft(long index, MessageStep.Sent sent, String channel, long mark, Counters before, Prelude lent) {
        this.index = index;
        this.sent = sent;
        this.channel = channel;
        this.sentMark = mark;
        this.before = before;
        this.lent = lent;
        server = sent.server();
        if (sent.kind() == IpcView.Kind.EVENT) {
            state = State.DONE;
        }
    }

    MessageStep.Sent sent() {
        return sent;
    }

    long index() {
        return index;
    }

    boolean isAnswered() {
        return sent.kind() == IpcView.Kind.CALL;
    }

    boolean isOver() {
        return state == State.DONE;
    }

    void cameFrom(long address) {
        callAddress = address;
    }

    long callAddress() {
        return callAddress;
    }

    void copy(long bytes) {
        lent.copy(bytes);
    }

    void receive(long mark, int reader, Counters now) {
        received = mark;
        server = reader;
        if (!isAnswered()) {
            state = State.DONE;
            after = now;
        }
    }

    void reply(long mark, MessageStep.Replied step, Counters now) {
        replied = mark;
        server = step.server();
        reply = step.fields();
        result = step.result();
        boolean isForNobody = state == State.ABANDONED;
        state = isForNobody ? State.DONE : State.RESPONDED;
        if (isForNobody) {
            after = now;
        }
    }

    void done(long mark, String words, Counters now) {
        done = mark;
        result = words;
        state = State.DONE;
        after = now;
    }

    void cancel() {
        state = state == State.WAITING ? State.CANCELING : state;
    }

    void abandon() {
        state = State.ABANDONED;
    }

    void lose() {
        state = state == State.RESPONDED || state == State.DONE ? state : State.LOST;
    }

    Message finish(Counters now, java.util.function.IntFunction<String> names) {
        Counters end = after == null ? now : after;
        return new Message(
                index,
                sent.kind(),
                channel,
                sent.tag(),
                sent.operation(),
                sent.client(),
                names.apply(sent.client()),
                server,
                names.apply(server),
                sent.fields(),
                reply,
                sentMark,
                received,
                replied,
                done,
                state,
                result,
                loans(),
                done < 0 ? -1 : done - sentMark,
                callAddress,
                new Costs(
                        end.modeSwitches() - before.modeSwitches(),
                        end.addressSpaceSwitches() - before.addressSpaceSwitches(),
                        end.contextSwitches() - before.contextSwitches(),
                        lent.copies));
    }

    private List<Loan> loans() {
        return lent.loans.stream()
                .map(loan -> new Loan(
                        loan.clientStart(),
                        loan.clientEnd(),
                        loan.serverStart(),
                        loan.serverEnd(),
                        loan.writable(),
                        loan.pages(),
                        loan.headBytes(),
                        loan.tailBytes(),
                        lent.copiedBytes))
                .toList();
    }
}
