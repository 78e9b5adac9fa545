package ringside.lessons.check;

import java.util.List;

/**
 * What a check of a lesson found; the JSON of {@code ringside lessons check} is a list of these.
 *
 * @param id the lesson's id, or the folder's name where that cannot be read
 * @param passed whether all is as it should be
 * @param score the points that the solution gets
 * @param max the points that can be had
 * @param items what was checked, in order
 */
public record CheckResult(String id, boolean passed, int score, int max, List<CheckItem> items) {
    /** Copies the list. */
    public CheckResult {
        items = List.copyOf(items);
    }
}
