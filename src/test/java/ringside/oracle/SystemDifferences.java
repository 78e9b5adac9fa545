package ringside.oracle;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Compares what the system program printed, test by test. */
final class SystemDifferences {
    private static final int MOST_REPORTED = 40;

    private final Map<String, Integer> known = new TreeMap<>();
    private final StringBuilder unexplained = new StringBuilder();
    private int count;

    SystemDifferences(List<String> theirs, List<String> mine) {
        QemuDifferences list = QemuDifferences.read("qemu-differences.txt");
        for (int i = 0; i < Math.min(theirs.size(), mine.size()); i++) {
            if (!theirs.get(i).equals(mine.get(i))) {
                String difference = "qemu " + theirs.get(i) + " ours " + mine.get(i);
                String reason = list.reasonFor("system program", difference);
                if (reason != null) {
                    known.merge(reason, 1, Integer::sum);
                } else if (++count <= MOST_REPORTED) {
                    unexplained
                            .append("qemu ")
                            .append(theirs.get(i))
                            .append("\nours ")
                            .append(mine.get(i))
                            .append("\n\n");
                }
            }
        }
        if (count > 0) {
            unexplained.insert(0, count + " tests differ:\n");
        }
    }

    Map<String, Integer> known() {
        return known;
    }

    String unexplained() {
        return unexplained.toString();
    }
}
