package ringside.pane.ipc;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ringside.kernels.view.IpcView;
import ringside.kernels.view.IpcView.Message;

/**
 * A message at the instant on show.
 *
 * @param now how far it has come there, or null if it is sent later
 * @param known all that is known of it, since the run has been further already
 */
public record Exchange(Message now, Message known) {

    /** The messages of a view, with what another view knows of them and of those that follow. */
    static List<Exchange> join(IpcView view, IpcView ahead) {
        Map<Long, Message> later = new HashMap<>();
        ahead.messages().forEach(message -> later.put(message.index(), message));
        List<Exchange> exchanges = new ArrayList<>();
        for (Message message : view.messages()) {
            Message known = later.remove(message.index());
            exchanges.add(new Exchange(message, known == null ? message : known));
        }
        long last = view.messages().isEmpty()
                ? -1
                : view.messages().get(view.messages().size() - 1).index();
        for (Message message : ahead.messages()) {
            if (message.index() > last && later.containsKey(message.index())) {
                exchanges.add(new Exchange(null, message));
            }
        }
        return exchanges;
    }

    /** Whether that moment has been. */
    boolean has(MessagePoint point) {
        return now != null && point.mark(now) != IpcView.NEVER;
    }

    /** Whether it is sent later than the instant on show. */
    boolean isAhead() {
        return now == null;
    }

    /** The message as far as it has come, or as it is known if it is sent later. */
    public Message message() {
        return now == null ? known : now;
    }

    long index() {
        return known.index();
    }
}
