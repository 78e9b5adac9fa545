package ringside.kernels.observe;

import java.util.List;
import ringside.kernels.view.IpcView;
import ringside.kernels.view.NamedValue;

/**
 * A moment in the life of a message between tasks, as a probe tells it. The history of messages is put together of these.
 *
 * <p>A message is known by its channel and its tag until it is over; then the same tag may stand for another one.
 */
public sealed interface MessageStep {
    /** The number of the channel, such as that of a scheme; 0 for what is about no channel. */
    default long channel() {
        return 0;
    }

    /** What ties an answer to its request; 0 for what is about no single message. */
    default long tag() {
        return 0;
    }

    /** A task has entered the kernel by an instruction that ends at an address. */
    record Entered(int task, long address) implements MessageStep {}

    /** A task has begun to wait. */
    record Blocked(int task) implements MessageStep {}

    /** The processor went to another task. */
    record Switched(int task) implements MessageStep {}

    /** Memory was lent for a message that will be sent next. */
    record Lent(long channel, long tag, IpcView.Loan loan) implements MessageStep {}

    /** A part of what is lent was copied: before the message is sent, or when its answer is there. */
    record Copied(long channel, long tag, long bytes) implements MessageStep {}

    /**
     * A message was sent.
     *
     * @param kind what it is
     * @param operation what is wanted in a word
     * @param client who sent it
     * @param server who is to read it
     * @param fields every field of it
     */
    record Sent(
            long channel,
            long tag,
            IpcView.Kind kind,
            String operation,
            int client,
            int server,
            List<NamedValue> fields)
            implements MessageStep {
        public Sent {
            fields = List.copyOf(fields);
        }
    }

    /** The oldest message of a channel that nobody had read was read by its server. */
    record Received(long channel, long tag, int server) implements MessageStep {}

    /**
     * The server has answered.
     *
     * @param fields every field of the answer
     * @param result what came of it, in words
     */
    record Replied(long channel, long tag, int server, List<NamedValue> fields, String result) implements MessageStep {
        public Replied {
            fields = List.copyOf(fields);
        }
    }

    /** The client goes on with the result. */
    record Done(long channel, long tag, int client, String result) implements MessageStep {}

    /** The server was asked to give a message up. */
    record Canceled(long channel, long tag) implements MessageStep {}

    /** The client of a message is gone. */
    record Abandoned(long channel, long tag) implements MessageStep {}

    /** The server of a channel is gone. */
    record Closed(long channel) implements MessageStep {}
}
