package ringside.app.simulation;

import ringside.cpu.history.EventLog;
import ringside.cpu.x86.processor.X86Processor;
import ringside.kernels.session.Session;
import ringside.pane.timeline.TimelineView.Subject;

/** Follows the processor's mode and privilege through the events. */
sealed interface ModeTracker permits CortexMModeTracker, X86ModeTracker {

    /** The mode just before the event with that index. */
    static ModeTracker at(Session session, long index) {
        EventLog log = session.events().log();
        return session.timeline().machine().processor() instanceof X86Processor processor
                ? X86ModeTracker.before(log, index, processor)
                : CortexMModeTracker.before(log, index);
    }

    /** The bits of the kinds of events that it follows. */
    int kinds();

    /**
     * The first instant at which the state is what the event says. The events of an x86 processor have the mark at which
     * the instruction that caused them began, those of a Cortex-M the mark at which it ended.
     */
    long effect(EventLog log, long index);

    /** Takes the next event of those kinds. */
    void follow(EventLog log, long index);

    /** Whether code may do everything. */
    boolean isPrivileged();

    /** A number for the mode. */
    int mode();

    /** The mode in words. */
    String modeName();

    /** A number for the privilege, 0 for the most. */
    int privilege();

    /** The privilege in words. */
    String privilegeName();

    /** What the privilege is on this processor. */
    Subject privilegeSubject();
}
