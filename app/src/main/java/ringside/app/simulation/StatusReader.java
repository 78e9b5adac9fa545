package ringside.app.simulation;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import ringside.app.simulation.Status.Activity;
import ringside.cpu.history.HistoryBudget;
import ringside.cpu.history.Timeline;
import ringside.cpu.machine.Machine;
import ringside.cpu.view.RegistersView;
import ringside.kernels.image.BoardCatalog;
import ringside.kernels.session.Session;

/** Reads the status line out of a session. */
final class StatusReader {
    private static final Map<String, Long> HERTZ_OF_BOARDS = new ConcurrentHashMap<>();

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
                microseconds(session),
                registers.mode(),
                message,
                failed,
                progress);
    }

    private static double microseconds(Session session) {
        Machine machine = session.timeline().machine();
        long chosen = session.options().machine().clockHertz();
        long hertz = chosen != 0
                ? chosen
                : HERTZ_OF_BOARDS.computeIfAbsent(
                        machine.board(), name -> BoardCatalog.open(name).clockHertz());
        return machine.clock().cycles() * 1e6 / hertz;
    }
}
