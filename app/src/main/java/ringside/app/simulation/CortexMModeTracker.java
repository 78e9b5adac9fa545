package ringside.app.simulation;

import ringside.cpu.history.EventLog;
import ringside.cpu.trace.CpuEventKind;
import ringside.pane.Words;
import ringside.pane.timeline.TimelineView.Subject;

/** Handler or Thread mode, and whether Thread mode is privileged. @arm B1.3.1 */
final class CortexMModeTracker implements ModeTracker {
    private static final int TO_THREAD = 8;
    private static final int EXCEPTIONS = CpuEventKind.EXCEPTION_ENTRY.bit() | CpuEventKind.EXCEPTION_RETURN.bit();

    private boolean threadPrivileged = true;
    private boolean handler;

    static CortexMModeTracker before(EventLog log, long index) {
        CortexMModeTracker tracker = new CortexMModeTracker();
        long change = log.previous(index, CpuEventKind.MODE_CHANGE.bit());
        if (change >= 0) {
            tracker.follow(log, change);
        }
        long last = log.previous(index, EXCEPTIONS);
        if (last >= 0) {
            tracker.follow(log, last);
        }
        return tracker;
    }

    @Override
    public int kinds() {
        return CpuEventKind.MODE_CHANGE.bit() | EXCEPTIONS;
    }

    @Override
    public long effect(EventLog log, long index) {
        return log.mark(index);
    }

    @Override
    public void follow(EventLog log, long index) {
        switch (log.kind(index)) {
            case MODE_CHANGE -> threadPrivileged = (log.argument(index, 1) & 1) == 0;
            case EXCEPTION_ENTRY -> handler = true;
            case EXCEPTION_RETURN -> handler = (log.argument(index, 2) & TO_THREAD) == 0 || log.argument(index, 3) != 0;
            default -> throw new IllegalArgumentException("no mode in " + log.kind(index));
        }
    }

    @Override
    public boolean isPrivileged() {
        return handler || threadPrivileged;
    }

    @Override
    public int mode() {
        return handler ? 4 : 2;
    }

    @Override
    public String modeName() {
        return Words.of(handler ? "timeline.mode.handler" : "timeline.mode.thread");
    }

    @Override
    public int privilege() {
        return isPrivileged() ? 0 : 1;
    }

    @Override
    public String privilegeName() {
        return Words.of(isPrivileged() ? "timeline.privileged" : "timeline.unprivileged");
    }

    @Override
    public Subject privilegeSubject() {
        return Subject.PRIVILEGE;
    }
}
