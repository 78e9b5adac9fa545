package ringside.lessons.check;

/**
 * One thing that was checked.
 *
 * @param step the id of the step it belongs to, or an empty text for the lesson as a whole
 * @param passed whether it is as it should be
 * @param text what was found
 */
public record CheckItem(String step, boolean passed, String text) {}
