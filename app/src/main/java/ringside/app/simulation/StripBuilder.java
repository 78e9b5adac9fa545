package ringside.app.simulation;

import java.util.ArrayList;
import java.util.List;
import ringside.pane.Words;
import ringside.pane.timeline.TimelineView.Part;
import ringside.pane.timeline.TimelineView.Strip;
import ringside.pane.timeline.TimelineView.Subject;

/** Makes a strip out of changes in order. Stretches too short to be seen become one that says so. */
final class StripBuilder {
    private final Subject subject;
    private final long smallest;
    private final List<Part> parts = new ArrayList<>();
    private Part open;

    /** Begins a strip; shorter stretches than the smallest are mixed with their neighbours. */
    StripBuilder(Subject subject, long smallest) {
        this.subject = subject;
        this.smallest = smallest;
    }

    /** The state from this instant on. */
    void change(long mark, String name, int level, int task) {
        if (open != null
                && open.level() == level
                && open.task() == task
                && open.name().equals(name)) {
            return;
        }
        close(mark);
        open = new Part(mark, mark, name, level, task);
    }

    private void close(long mark) {
        if (open == null || mark == open.start()) {
            return;
        }
        if (mark - open.start() >= smallest) {
            parts.add(new Part(open.start(), mark, open.name(), open.level(), open.task()));
            return;
        }
        Part last = parts.isEmpty() ? null : parts.get(parts.size() - 1);
        boolean goesOn = last != null && last.isMixed() && last.end() == open.start();
        long start = goesOn ? last.start() : open.start();
        if (goesOn) {
            parts.remove(parts.size() - 1);
        }
        parts.add(new Part(start, mark, Words.of("timeline.mixed"), Part.MIXED, Part.NO_TASK));
    }

    /** The strip up to an instant. A stretch without a name, in which there is nothing, is left out. */
    Strip end(long mark) {
        close(mark);
        open = null;
        parts.removeIf(part -> part.name().isEmpty());
        return new Strip(subject, parts);
    }
}
