package ringside.app.simulation;

import ringside.pane.Views;

/**
 * What the window draws: the simulation's status and the views of one instant.
 *
 * @param status where the simulation stands
 * @param views the views that were asked for
 */
public record Frame(Status status, Views views) {
    /** Nothing is loaded. */
    public static final Frame EMPTY = new Frame(Status.EMPTY, Views.NONE);
}
