package ringside.kernels.session;

import ringside.cpu.board.MachineOptions;
import ringside.cpu.history.HistoryBudget;

/**
 * What may be chosen about a session.
 *
 * @param board the name of the board, or an empty text for the image's own
 * @param machine the machine's options
 * @param history how much memory the past may take
 */
public record SessionOptions(String board, MachineOptions machine, HistoryBudget history) {

    /** The image's own board, as it is. */
    public static final SessionOptions DEFAULT = new SessionOptions("", MachineOptions.DEFAULT, HistoryBudget.STANDARD);
}
