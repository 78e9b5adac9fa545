package ringside.app.simulation;

import ringside.cpu.history.EventLog;
import ringside.cpu.trace.CpuEventKind;

/**
 * Follows the processor's mode through the events: handler or thread, and whether thread code is privileged. On x86 ring 3
 * is unprivileged, and there are no handlers.
 */
final class ModeTracker {
    private static final int TO_THREAD = 8;
    private static final int USER_RING = 3;

    private boolean threadPrivileged = true;
    private boolean handler;

    /** The mode just before the event with that index. */
    static ModeTracker at(EventLog log, long index, int kinds) {
        ModeTracker tracker = new ModeTracker();
        long change = log.previous(index, CpuEventKind.MODE_CHANGE.bit());
        if (change >= 0) {
            tracker.follow(log, change);
        }
        long last = log.previous(index, kinds & ~CpuEventKind.MODE_CHANGE.bit());
        if (last >= 0) {
            tracker.follow(log, last);
        }
        return tracker;
    }

    void follow(EventLog log, long index) {
        switch (log.kind(index)) {
            case PROCESSOR_MODE -> threadPrivileged = log.argument(index, 3) != USER_RING;
            case MODE_CHANGE -> threadPrivileged = (log.argument(index, 1) & 1) == 0;
            case EXCEPTION_ENTRY -> handler = true;
            case EXCEPTION_RETURN -> handler = (log.argument(index, 2) & TO_THREAD) == 0 || log.argument(index, 3) != 0;
            default -> throw new IllegalArgumentException("no mode in " + log.kind(index));
        }
    }

    boolean isHandler() {
        return handler;
    }

    boolean isPrivileged() {
        return handler || threadPrivileged;
    }
}
