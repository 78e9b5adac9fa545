package ringside.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** No source file is too long to read in one sitting, but for those listed with a reason in {@code long-files.txt}. */
class FileSizeTest {
    private static final int LIMIT_IN_LINES = 400;

    private static Map<String, Long> lengths() {
        Map<String, Long> lengths = new TreeMap<>();
        for (String ending : List.of(".java", ".rs")) {
            for (Path file : Repository.files("", ending)) {
                lengths.put(Repository.name(file), Repository.text(file).lines().count());
            }
        }
        return lengths;
    }

    private static Map<String, String> allowed() {
        Map<String, String> reasons = new TreeMap<>();
        for (String line : Repository.list("long-files.txt")) {
            String[] parts = line.split(":", 2);
            reasons.put(parts[0].strip(), parts.length == 2 ? parts[1].strip() : "");
        }
        return reasons;
    }

    @Test
    void filesAreShort() {
        Map<String, Long> lengths = lengths();
        assertFalse(lengths.isEmpty(), "no source file found below " + Repository.ROOT);
        Map<String, String> allowed = allowed();
        List<String> tooLong = new ArrayList<>();
        lengths.forEach((file, lines) -> {
            if (lines > LIMIT_IN_LINES && !allowed.containsKey(file)) {
                tooLong.add(file + ": " + lines + " lines");
            }
        });
        assertEquals(List.of(), tooLong, "split these at an idea (limit " + LIMIT_IN_LINES + " lines)");
    }

    @Test
    void everyExceptionIsStillNeededAndSaysWhy() {
        Map<String, Long> lengths = lengths();
        List<String> wrong = new ArrayList<>();
        allowed().forEach((file, reason) -> {
            if (lengths.getOrDefault(file, 0L) <= LIMIT_IN_LINES) {
                wrong.add(file + ": not there, or short enough by now");
            }
            if (reason.length() < 20) {
                wrong.add(file + ": no reason given");
            }
        });
        assertEquals(List.of(), wrong);
    }
}
