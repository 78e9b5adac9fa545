package ringside.app.simulation;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import ringside.cpu.history.Timeline;
import ringside.kernels.session.Session;
import ringside.pane.console.ConsolePage;

/** Reads what a port has sent up to the cursor; of very long texts only the end. */
final class ConsoleReader {
    private static final int LONGEST = 1 << 16;

    private ConsoleReader() {}

    static ConsolePage read(Session session, String wanted) {
        Timeline timeline = session.timeline();
        List<String> all = timeline.machine().consoles();
        List<String> talking = new ArrayList<>();
        int chosen = Math.max(0, all.indexOf(wanted));
        for (int i = 0; i < all.size(); i++) {
            if (timeline.events().consoleLength(i, timeline.eventCount()) > 0) {
                talking.add(all.get(i));
                if (wanted.isEmpty() && talking.size() == 1) {
                    chosen = i;
                }
            }
        }
        if (talking.isEmpty() && !all.isEmpty()) {
            talking.add(all.get(chosen));
        }
        if (all.isEmpty()) {
            return new ConsolePage("", List.of(), "", 0, timeline.machine().ports());
        }
        byte[] bytes = timeline.console(chosen);
        int leftOut = Math.max(0, bytes.length - LONGEST);
        while (leftOut > 0 && leftOut < bytes.length && bytes[leftOut - 1] != '\n') {
            leftOut++;
        }
        String text = new String(bytes, leftOut, bytes.length - leftOut, StandardCharsets.UTF_8);
        return new ConsolePage(
                all.get(chosen), talking, text, leftOut, timeline.machine().ports());
    }
}
