package ringside.pane.ipc;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import ringside.kernels.view.FrameOwner;
import ringside.kernels.view.IpcView;
import ringside.kernels.view.IpcView.Lifeline;
import ringside.kernels.view.IpcView.Message;
import ringside.pane.NumberText;
import ringside.pane.Words;

/** What the IPC pane shows of a view: which page and which messages of it, which one is selected, and its moment. */
public final class IpcPaneModel {
    /** So many messages make a page. */
    public static final int PAGE = 80;
    /** So many later ones are drawn beyond the instant on show. */
    public static final int AHEAD = 40;

    /** The request of the page that ends at the instant on show. */
    public static final long FOLLOW = -1;

    private static final IpcView NOTHING = new IpcView(List.of(), List.of(), List.of(), 0, 0);

    private IpcView view = NOTHING;
    private List<Exchange> listed = List.of();
    private List<Exchange> all = List.of();
    private SequenceChart chart = SequenceChart.of(List.of(), List.of(), 0, true);
    private MessageFilter filter = MessageFilter.ALL;
    private long before = FOLLOW;
    private long selected = -1;
    private MessagePoint point = MessagePoint.SEND;
    private long mark;

    /** Takes a new view, and what is known beyond it. */
    public void arrived(IpcView newView, Optional<IpcView> ahead, long newMark) {
        view = newView;
        mark = newMark;
        all = Exchange.join(view, before == FOLLOW ? ahead.orElse(NOTHING) : NOTHING);
        choose();
    }

    private void choose() {
        listed = all.stream()
                .filter(exchange -> filter.accepts(exchange.message()))
                .toList();
        chart = SequenceChart.of(listed, view.lifelines(), mark, before == FOLLOW);
        if (selected().isPresent() && !MessagePoint.of(selected().get().known()).contains(point)) {
            point = MessagePoint.SEND;
        }
    }

    SequenceChart chart() {
        return chart;
    }

    List<Exchange> listed() {
        return listed;
    }

    IpcView view() {
        return view;
    }

    long mark() {
        return mark;
    }

    // ---- filter ----

    MessageFilter filter() {
        return filter;
    }

    void filter(MessageFilter newFilter) {
        filter = newFilter;
        choose();
    }

    /** The tasks that can be chosen, by their numbers. */
    Map<Integer, String> tasks() {
        Map<Integer, String> tasks = new LinkedHashMap<>();
        for (Lifeline lifeline : view.lifelines()) {
            if (lifeline.task() != FrameOwner.NO_TASK) {
                tasks.put(lifeline.task(), lifeline.name());
            }
        }
        return tasks;
    }

    /** The schemes of the messages of this page. */
    List<String> schemes() {
        return values(Message::channel, filter.scheme());
    }

    /** The operations of the messages of this page. */
    List<String> operations() {
        return values(Message::operation, filter.operation());
    }

    private List<String> values(Function<Message, String> part, String chosen) {
        TreeSet<String> values = all.stream()
                .map(exchange -> part.apply(exchange.message()))
                .collect(Collectors.toCollection(TreeSet::new));
        values.add(chosen);
        values.remove("");
        return List.copyOf(values);
    }

    // ---- pages ----

    /** The index before which the page ends, or {@link #FOLLOW}. */
    public long before() {
        return before;
    }

    boolean hasEarlier() {
        return view.leftOut() > 0;
    }

    boolean hasLater() {
        return before != FOLLOW;
    }

    /** Goes to the page before this one. */
    void earlier() {
        if (hasEarlier() && !view.messages().isEmpty()) {
            before = view.messages().get(0).index();
        }
    }

    /** Goes back to the page that ends at the instant on show. */
    void latest() {
        before = FOLLOW;
    }

    // ---- selection ----

    Optional<Exchange> selected() {
        return listed.stream().filter(exchange -> exchange.index() == selected).findFirst();
    }

    MessagePoint point() {
        return point;
    }

    /** Selects a moment of a message; -1 for none. */
    void select(long index, MessagePoint newPoint) {
        selected = index;
        point = newPoint;
    }

    /** Selects the next message, or the one before; without a selection, the latest that has happened. */
    void move(int distance) {
        if (listed.isEmpty()) {
            return;
        }
        int place = selected().map(listed::indexOf).orElse(-1);
        int last = listed.size() - 1;
        while (place < 0 && last > 0 && listed.get(last).isAhead()) {
            last--;
        }
        long target = place < 0 ? last + (Math.abs(distance) == 1 ? 0L : distance) : (long) place + distance;
        int bounded = (int) Math.max(0, Math.min(listed.size() - 1L, target));
        select(listed.get(bounded).index(), MessagePoint.SEND);
    }

    /** Selects the next moment of the selected message, or the one before. */
    void moveInside(int distance) {
        selected().ifPresent(exchange -> {
            List<MessagePoint> points = MessagePoint.of(exchange.known());
            int place = Math.max(0, points.indexOf(point)) + distance;
            point = points.get(Math.max(0, Math.min(points.size() - 1, place)));
        });
    }

    /** The instant of the selected moment. */
    Optional<Long> selectedMark() {
        return selected().map(exchange -> point.mark(exchange.known())).filter(at -> at != IpcView.NEVER);
    }

    /** The message that is looked at: the selected one, else the latest that has happened. */
    Optional<Exchange> focus() {
        Optional<Exchange> latest =
                listed.stream().filter(exchange -> !exchange.isAhead()).reduce((one, other) -> other);
        return selected().or(() -> latest);
    }

    // ---- words ----

    /** How many messages are listed, of how many. */
    String note() {
        long sent = view.leftOut() + view.messages().size();
        long matching = listed.stream().filter(exchange -> !exchange.isAhead()).count();
        if (before != FOLLOW) {
            return Words.of("ipc.note.page", grouped(view.leftOut() + 1), grouped(sent));
        }
        return filter.equals(MessageFilter.ALL)
                ? Words.of("ipc.note", grouped(sent))
                : Words.of(
                        "ipc.note.filtered",
                        grouped(matching),
                        grouped(view.messages().size()));
    }

    private static String grouped(long number) {
        return NumberText.grouped(number);
    }

    /** Why there is nothing in the chart; empty if there is something. */
    String emptiness() {
        if (!listed.isEmpty()) {
            return "";
        }
        if (all.isEmpty()) {
            return Words.of("ipc.none");
        }
        return Words.of(hasEarlier() ? "ipc.noneMatchesHere" : "ipc.noneMatches");
    }

    /** The chart in words: the selected message, or how many there are; and who waits. */
    String spoken() {
        List<String> sentences = new ArrayList<>();
        sentences.add(selected()
                .map(exchange ->
                        MessageWords.spoken(exchange.message()) + " " + MessageWords.spoken(exchange.known(), point))
                .orElseGet(this::note));
        Waits.of(view).sentences().forEach(sentences::add);
        sentences.add(Words.of("ipc.keys"));
        return String.join(" ", sentences);
    }
}
