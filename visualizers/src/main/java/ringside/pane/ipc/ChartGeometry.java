package ringside.pane.ipc;

/**
 * Where the chart's units are on the canvas, in pixels.
 *
 * @param em the size of the font
 * @param width the canvas's width
 * @param height the canvas's height
 * @param gutter the width of the marks at the left
 * @param columnWidth the distance of two lifelines
 * @param scrollX how far the columns are scrolled to the left
 * @param scrollY how far the rows are scrolled upwards
 */
record ChartGeometry(
        double em, double width, double height, double gutter, double columnWidth, double scrollX, double scrollY) {
    private static final double NARROWEST = 6.2;
    private static final double WIDEST = 15;
    private static final double HEAD = 2.75;

    /** Gives the columns what room there is. */
    static ChartGeometry of(
            SequenceChart chart,
            double em,
            double width,
            double height,
            int markDigits,
            double scrollX,
            double scrollY) {
        double gutter = Math.ceil((markDigits * 0.56 + 1.7) * em);
        double room = Math.max(1, width - gutter);
        double column = room / Math.max(1, chart.columns().size());
        double columnWidth = Math.max(NARROWEST * em, Math.min(WIDEST * em, column));
        double furthestX = Math.max(0, columnWidth * chart.columns().size() - room);
        double furthestY = Math.max(0, chart.height() * em - (height - HEAD * em));
        return new ChartGeometry(
                em,
                width,
                height,
                gutter,
                columnWidth,
                Math.max(0, Math.min(furthestX, scrollX)),
                Math.max(0, Math.min(furthestY, scrollY)));
    }

    /** The height of the head with the names, which does not scroll. */
    double head() {
        return Math.round(HEAD * em);
    }

    /** The middle of a column. */
    double x(int column) {
        return Math.round(gutter + (column + 0.5) * columnWidth - scrollX);
    }

    /** The height of a place in the chart. */
    double y(double line) {
        return Math.round(head() + line * em - scrollY);
    }

    /** The place in the chart of a height. */
    double line(double y) {
        return (y - head() + scrollY) / em;
    }

    /** How much of the chart's height is in sight, in its units. */
    double visibleLines() {
        return Math.max(1, (height - head()) / em);
    }
}
