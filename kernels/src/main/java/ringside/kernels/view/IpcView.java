package ringside.kernels.view;

import java.util.List;
import java.util.Optional;

/**
 * The messages between tasks up to a mark, as a sequence chart shows them, and who waits for whom.
 *
 * @param lifelines who sends and receives: the kernel first, then the tasks in the order in which they appeared, those that
 *     have ended too
 * @param messages in the order in which they were sent; the oldest are left out if there are many
 * @param waits who is blocked at this instant, and on what
 * @param leftOut how many older messages are not listed
 * @param knownFrom the mark from which on all events are known; 0 if none has been let go
 */
public record IpcView(
        List<Lifeline> lifelines, List<Message> messages, List<Wait> waits, long leftOut, long knownFrom) {
    /** A mark that has not come yet. */
    public static final long NEVER = -1;

    /**
     * A vertical line of the chart.
     *
     * @param task the number of the task, or {@link FrameOwner#NO_TASK} for the kernel
     * @param name its name
     * @param role what it serves, such as {@code file} for the server of that scheme; empty for a task that serves nothing
     * @param from the mark at which it came to be
     * @param to the mark at which it ended, or {@link #NEVER}
     */
    public record Lifeline(int task, String name, String role, long from, long to) {}

    /** What a message is. */
    public enum Kind {
        /** A request that is answered. */
        CALL,
        /** A request that wants no answer, such as that a file was closed. */
        ONE_WAY,
        /** A request that takes another one back. */
        CANCEL,
        /** Word from a server or the kernel that something is ready. */
        EVENT
    }

    /** How far a message has come. */
    public enum State {
        /** The sender waits. */
        WAITING,
        /** The receiver has been asked to give it up, and the sender still waits. */
        CANCELING,
        /** The sender has gone; the answer will be thrown away. */
        ABANDONED,
        /** The answer is there; the sender has not run yet. */
        RESPONDED,
        /** The sender has gone on, or nothing more is to come. */
        DONE,
        /** Nobody will answer: the receiver is gone. */
        LOST
    }

    /**
     * A message.
     *
     * @param index the index of its first event, by which the timeline and the event log know it
     * @param kind what it is
     * @param channel what carried it: the name of a scheme
     * @param tag what ties an answer to its request; 0 if nothing does
     * @param operation what is wanted in a word, such as {@code Open}
     * @param client the number of the task that sent it, or {@link FrameOwner#NO_TASK} for the kernel
     * @param clientName its name
     * @param server the number of the task that it is for
     * @param serverName its name
     * @param request every field of the request
     * @param reply every field of the answer; empty while there is none
     * @param sent instructions retired when it was sent
     * @param received when the server read it, or {@link #NEVER}
     * @param replied when the server answered, or {@link #NEVER}
     * @param done when the client went on, or {@link #NEVER}
     * @param state how far it has come
     * @param result what came of it, such as {@code 512} or {@code ENOENT: no such file}; empty while nothing has
     * @param loans what memory was lent for it
     * @param latency instructions from the sending to the client's going on, or -1
     * @param callAddress the address of the client's instruction behind the system call; 0 if it sent it otherwise
     * @param costs what happened meanwhile
     */
    public record Message(
            long index,
            Kind kind,
            String channel,
            long tag,
            String operation,
            int client,
            String clientName,
            int server,
            String serverName,
            List<NamedValue> request,
            List<NamedValue> reply,
            long sent,
            long received,
            long replied,
            long done,
            State state,
            String result,
            List<Loan> loans,
            long latency,
            long callAddress,
            Costs costs) {
        /** Copies the lists. */
        public Message {
            request = List.copyOf(request);
            reply = List.copyOf(reply);
            loans = List.copyOf(loans);
        }

        /** A field of the request by its name. */
        public Optional<NamedValue> requestField(String name) {
            return request.stream().filter(field -> field.name().equals(name)).findFirst();
        }
    }

    /**
     * Memory that a client lends to a server for one message.
     *
     * @param clientStart where it is in the client
     * @param clientEnd the address after its last byte there
     * @param serverStart the address of the same first byte in the server
     * @param serverEnd the address after its last byte there
     * @param writable whether the server may write there
     * @param pages how many whole pages are lent themselves, without a copy
     * @param headBytes how many bytes before them go through a bounce frame
     * @param tailBytes how many bytes behind them go through a bounce frame
     * @param copiedBytes how many bytes were copied for it so far, there and back
     */
    public record Loan(
            long clientStart,
            long clientEnd,
            long serverStart,
            long serverEnd,
            boolean writable,
            long pages,
            long headBytes,
            long tailBytes,
            long copiedBytes) {}

    /**
     * What happened from the sending of a message until its client went on, or until now; for other tasks too that ran
     * meanwhile.
     *
     * @param modeSwitches changes between user and kernel mode, both ways
     * @param addressSpaceSwitches changes of the page tables
     * @param contextSwitches changes of the task
     * @param copies buffers copied for this message
     */
    public record Costs(long modeSwitches, long addressSpaceSwitches, long contextSwitches, long copies) {}

    /**
     * A task that waits.
     *
     * @param task its number
     * @param name its name
     * @param reason the kernel's own word for what it waits for
     * @param on the same in words, such as {@code ramfs to answer Open (tag 3) of scheme file}
     * @param onTask the number of the task that it waits for, or {@link FrameOwner#NO_TASK} if it waits for nobody else
     * @param message the index of the message whose answer it waits for, or -1
     * @param since the mark at which it began to wait, or {@link #NEVER} if that is not known
     */
    public record Wait(int task, String name, String reason, String on, int onTask, long message, long since) {}

    /** Copies the lists. */
    public IpcView {
        lifelines = List.copyOf(lifelines);
        messages = List.copyOf(messages);
        waits = List.copyOf(waits);
    }

    /** The message whose first event has that index. */
    public Optional<Message> find(long index) {
        return messages.stream().filter(message -> message.index() == index).findFirst();
    }
}
