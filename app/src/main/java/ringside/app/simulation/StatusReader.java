package ringside.app.simulation;

import ringside.app.simulation.Status.Activity;
import ringside.cpu.history.HistoryBudget;
import ringside.cpu.history.Timeline;
import ringside.cpu.view.RegistersView;
import ringside.kernels.session.Session;

/** Reads the status line out of a session. */
final class StatusReader {
    private static final double CYCLES_IN_A_MICROSECOND = 25;

    private StatusReader() {}

    static Status read(Session session, Activity activity, String message, boolean failed, double progress) {
        Timeline timeline = session.timeline();
        RegistersView registers = session.registers();
        return new Status(
                activity,
                session.image().name(),
                session.image().style(),
                timeline.machine().kind(),
                timeline.machine().board(),
                timeline.mark(),
                timeline.furthestMark(),
                timeline.firstMark(),
                timeline.checkpointBytes(),
                HistoryBudget.STANDARD.checkpointBytes(),
                timeline.machine().clock().cycles() / CYCLES_IN_A_MICROSECOND,
                registers.mode(),
                message,
                failed,
                progress);
    }
}
