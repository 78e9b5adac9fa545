package ringside.pane.ipc;

import java.util.Locale;
import java.util.stream.Stream;
import ringside.kernels.view.IpcView.Message;
import ringside.kernels.view.NamedValue;

/**
 * Which messages are listed.
 *
 * @param task the number of a task that sends or serves them, or {@link #ANY_TASK}
 * @param scheme the name of the scheme, or an empty text for any
 * @param operation what is wanted, or an empty text for any
 * @param text what must stand somewhere in the message; empty for anything
 */
public record MessageFilter(int task, String scheme, String operation, String text) {
    /** Any task. */
    public static final int ANY_TASK = Integer.MIN_VALUE;

    /** All messages. */
    public static final MessageFilter ALL = new MessageFilter(ANY_TASK, "", "", "");

    MessageFilter withTask(int newTask) {
        return new MessageFilter(newTask, scheme, operation, text);
    }

    MessageFilter withScheme(String newScheme) {
        return new MessageFilter(task, newScheme, operation, text);
    }

    MessageFilter withOperation(String newOperation) {
        return new MessageFilter(task, scheme, newOperation, text);
    }

    MessageFilter withText(String newText) {
        return new MessageFilter(task, scheme, operation, newText.strip());
    }

    /** Whether the message is listed. */
    public boolean accepts(Message message) {
        return (task == ANY_TASK || message.client() == task || message.server() == task)
                && (scheme.isEmpty() || scheme.equals(message.channel()))
                && (operation.isEmpty() || operation.equals(message.operation()))
                && (text.isEmpty() || contains(message));
    }

    private boolean contains(Message message) {
        String wanted = text.toLowerCase(Locale.ROOT);
        Stream<String> fields = Stream.concat(message.request().stream(), message.reply().stream())
                .map(NamedValue::text);
        Stream<String> heads = Stream.of(
                message.operation(),
                message.channel(),
                message.clientName(),
                message.serverName(),
                message.result(),
                message.state().name(),
                "tag " + message.tag());
        return Stream.concat(heads, fields)
                .anyMatch(part -> part.toLowerCase(Locale.ROOT).contains(wanted));
    }
}
