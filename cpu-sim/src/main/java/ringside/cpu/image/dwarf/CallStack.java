package ringside.cpu.image.dwarf;

import java.util.List;

/**
 * The calls that have not returned yet.
 *
 * @param frames the innermost first; never empty
 * @param end why no more frames follow, in words for the user
 */
public record CallStack(List<StackFrame> frames, String end) {
    public CallStack {
        frames = List.copyOf(frames);
    }

    public StackFrame innermost() {
        return frames.get(0);
    }
}
