package ringside.pane.timeline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Chooses which events of the timeline get a text below them: there is room for a few only. */
final class EventLabels {
    private static final List<String> BY_IMPORTANCE = List.of(
            "kernel-panic",
            "kernel-fault",
            "fault",
            "process-fault",
            "system-call",
            "exception-entry",
            "interrupt-pend",
            "context-switch",
            "upcall");
    private static final int URGENT = 4;

    private EventLabels() {}

    /** An event that would like a text, where its symbol stands, and how wide the text is. */
    record Wish(TimelineView.Moment moment, double x, double width) {}

    /** A text that has a place. */
    record Label(TimelineView.Moment moment, double x) {}

    /** Whether the event is told even where symbols stand so close that its own is hidden. */
    static boolean isUrgent(String kind) {
        int place = BY_IMPORTANCE.indexOf(kind);
        return place >= 0 && place < URGENT;
    }

    /**
     * Places texts so that none touches another: the most important first; among equals the one that happened last
     * before the instant on show.
     *
     * @param right where the room for texts ends
     * @param gap what must stay free between two texts
     * @param cursor where the line of the instant on show stands; no text is drawn across it
     * @param box how far the instant's box reaches to either side, or 0 if it is not in the way
     */
    static List<Label> place(List<Wish> wishes, long mark, double right, double gap, double cursor, double box) {
        List<Wish> order = new ArrayList<>(wishes);
        order.sort(
                Comparator.comparingInt((Wish wish) -> importance(wish.moment().kind()))
                        .thenComparing(wish -> wish.moment().mark() > mark)
                        .thenComparing(wish -> Math.abs(wish.moment().mark() - mark)));
        List<Label> labels = new ArrayList<>();
        List<double[]> taken = new ArrayList<>();
        if (box > 0) {
            taken.add(new double[] {cursor - box, cursor + box});
        }
        for (Wish wish : order) {
            boolean crossed = wish.x() < cursor + gap / 2 && cursor < wish.x() + wish.width();
            double from = crossed ? cursor + gap / 2 : wish.x();
            double to = from + wish.width();
            boolean free = to < right && taken.stream().noneMatch(span -> from < span[1] + gap && to > span[0] - gap);
            if (free) {
                taken.add(new double[] {from, to});
                labels.add(new Label(wish.moment(), from));
            }
        }
        return labels;
    }

    private static int importance(String kind) {
        int place = BY_IMPORTANCE.indexOf(kind);
        return place < 0 ? BY_IMPORTANCE.size() : place;
    }
}
