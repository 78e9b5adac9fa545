package ringside.pane.timeline;

/**
 * Where the rows of the timeline stand: the lanes, below them the strips, below them the events.
 *
 * @param lanes how many lanes
 * @param strips how many strips
 * @param pitch the height of a row
 * @param em the size of the font
 */
record TimelineRows(int lanes, int strips, double pitch, double em) {
    /** The room above the lanes, in em: the overview. */
    private static final double ABOVE = 1.75;
    /** The room below the strips, in em: symbols, a line of text, and the box with the instant. */
    private static final double BELOW = 3.85;

    private static final double LEAST = 1.35;
    private static final double MOST = 1.75;

    /** The rows in a pane of that height. */
    static TimelineRows in(TimelineView view, double height, double em) {
        int lanes = view.lanes().size();
        int strips = view.strips().size();
        double each = (height - (ABOVE + BELOW) * em) / Math.max(1, lanes + strips);
        return new TimelineRows(lanes, strips, Math.max(LEAST * em, Math.min(MOST * em, each)), em);
    }

    /** The height that the rows need at least. */
    static double heightFor(TimelineView view, double em) {
        int rows = view == null ? 2 : view.lanes().size() + view.strips().size();
        return Math.ceil((ABOVE + rows * LEAST + BELOW) * em);
    }

    /** How far down a scrolled content can be seen: all of it, if nothing has to be scrolled. */
    static double shownTo(double scrolled, double content, double viewport) {
        return viewport <= 0 || viewport >= content ? content : scrolled * (content - viewport) + viewport;
    }

    /** The top of a row; the strips count on behind the lanes, and the events behind the strips. */
    double top(int row) {
        return Math.round(ABOVE * em + row * pitch);
    }

    /** The height of what is drawn in a row: rows do not touch. */
    double thickness() {
        return Math.round(pitch * 0.76);
    }

    /** The row at a height, or -1; the events are the row behind the last strip. */
    int at(double y) {
        int row = (int) Math.floor((y - ABOVE * em) / pitch);
        return row >= 0 && row <= lanes + strips ? row : -1;
    }
}
