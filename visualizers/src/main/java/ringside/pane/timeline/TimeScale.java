package ringside.pane.timeline;

/**
 * Maps instants to places along a line, and back.
 *
 * @param from the first instant
 * @param to the instant after the last
 * @param left where the first instant is drawn
 * @param width how wide the whole is
 */
record TimeScale(long from, long to, double left, double width) {

    /** Where an instant is drawn; outside of the line it is cut off. */
    double x(long mark) {
        double part = (double) (mark - from) / Math.max(1, to - from);
        return left + Math.max(0, Math.min(1, part)) * width;
    }

    /** The instant drawn there. */
    long mark(double x) {
        double part = Math.max(0, Math.min(1, (x - left) / Math.max(1, width)));
        return from + Math.round(part * (to - from));
    }

    /** How many instants a width has. */
    long marksOf(double pixels) {
        return Math.round(pixels / Math.max(1, width) * (to - from));
    }

    /** Whether the instant lies on the line. */
    boolean contains(long mark) {
        return mark >= from && mark <= to;
    }
}
