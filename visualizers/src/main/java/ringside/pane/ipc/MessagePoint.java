package ringside.pane.ipc;

import java.util.ArrayList;
import java.util.List;
import ringside.kernels.view.IpcView;
import ringside.kernels.view.IpcView.Message;

/** A moment in the life of a message. */
public enum MessagePoint {
    /** The client sent it. */
    SEND,
    /** The server read it. */
    RECEIVE,
    /** The server answered. */
    REPLY,
    /** The client went on. */
    DONE;

    /** When it was, or {@link IpcView#NEVER}. */
    public long mark(Message message) {
        return switch (this) {
            case SEND -> message.sent();
            case RECEIVE -> message.received();
            case REPLY -> message.replied();
            case DONE -> message.done();
        };
    }

    /** The moments that there have been. */
    static List<MessagePoint> of(Message message) {
        List<MessagePoint> points = new ArrayList<>();
        for (MessagePoint point : values()) {
            if (point.mark(message) != IpcView.NEVER) {
                points.add(point);
            }
        }
        return points;
    }

    /** The key of its words in the bundle. */
    String key() {
        return "ipc.point." + name();
    }
}
