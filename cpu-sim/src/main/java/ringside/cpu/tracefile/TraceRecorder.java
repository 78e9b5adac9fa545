package ringside.cpu.tracefile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ringside.cpu.history.Timeline;
import ringside.cpu.machine.Input;

/** Makes a trace of what a timeline has run. */
public final class TraceRecorder {
    private TraceRecorder() {}

    /**
     * The run from the first to the furthest mark. The cursor moves, and is back in its place at the end.
     *
     * @param manifest what the trace says about itself; its last mark is replaced by the furthest mark
     */
    public static TraceFile record(Timeline timeline, TraceManifest manifest) {
        long cursor = timeline.mark();
        long last = timeline.furthestMark();
        List<DigestAt> digests = new ArrayList<>();
        for (long mark : timeline.keptMarks(TraceFile.MOST_DIGESTS - 1)) {
            if (mark < last) {
                timeline.seek(mark);
                digests.add(new DigestAt(mark, timeline.machine().digest()));
            }
        }
        timeline.seek(last);
        digests.add(new DigestAt(last, timeline.machine().digest()));
        timeline.seek(cursor);
        List<Input> arrived = timeline.inputs().all().stream()
                .filter(input -> input.mark() <= last)
                .toList();
        return new TraceFile(manifest.withLastMark(last), arrived, digests, Optional.empty(), TraceFile.NO_NOTES);
    }
}
