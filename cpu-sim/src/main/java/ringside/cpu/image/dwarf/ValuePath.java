package ringside.cpu.image.dwarf;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ringside.cpu.image.UnreadableException;

/** Paths into values: {@code .name}, {@code [number]}, {@code .*}. */
final class ValuePath {
    private static final Pattern STEP =
            Pattern.compile("\\.?(?<name>[A-Za-z_]\\w*)|\\[(?<index>\\d{1,9})\\]|\\.?(?<star>\\*)");

    private ValuePath() {}

    static TypedValue follow(TypedValue start, String path) {
        TypedValue value = start;
        Matcher step = STEP.matcher(path);
        int at = 0;
        while (at < path.length()) {
            if (!step.find(at) || step.start() != at) {
                throw new UnreadableException(
                        "the path \"" + path + "\" makes no sense from \"" + path.substring(at) + "\" on");
            }
            if (step.group("name") != null) {
                value = value.field(step.group("name"));
            } else if (step.group("index") != null) {
                value = value.element(Long.parseLong(step.group("index")));
            } else {
                value = value.target();
            }
            at = step.end();
        }
        return value;
    }
}
