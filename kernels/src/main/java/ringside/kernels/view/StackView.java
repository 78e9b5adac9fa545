package ringside.kernels.view;

import java.util.List;

/**
 * The calls that have not returned.
 *
 * @param frames the innermost first
 * @param end why no more frames are known, in words
 */
public record StackView(List<Frame> frames, String end) {

    /**
     * One call.
     *
     * @param address where it is, or goes on
     * @param function its name, or a text for an unknown one
     * @param file the path of its source, or an empty text
     * @param line the line, or 0
     * @param frameAddress its canonical frame address, or -1 if unknown
     * @param interrupted whether an exception interrupted it, instead of a call
     */
    public record Frame(long address, String function, String file, int line, long frameAddress, boolean interrupted) {}

    /** Copies the list. */
    public StackView {
        frames = List.copyOf(frames);
    }
}
