package ringside.pane.source;

import java.util.List;
import java.util.Set;

/**
 * A source file and where the run stands in it.
 *
 * @param file the path of the file on show, as the image's debug information names it; empty if there is none
 * @param lines its lines; empty if the file cannot be had
 * @param nextLine the line of the next instruction, from 1, or 0 if it is not in this file
 * @param lastLine the line of the instruction executed last, or 0
 * @param codeLines the lines that have instructions
 * @param breakpointLines the lines with a breakpoint
 * @param function the function that the next instruction belongs to; may be empty
 * @param absence why there is nothing to show, as a key of the resource bundle; empty if there is
 */
public record SourcePage(
        String file,
        List<String> lines,
        int nextLine,
        int lastLine,
        Set<Integer> codeLines,
        Set<Integer> breakpointLines,
        String function,
        String absence) {
    /** Copies what could change. */
    public SourcePage {
        lines = List.copyOf(lines);
        codeLines = Set.copyOf(codeLines);
        breakpointLines = Set.copyOf(breakpointLines);
    }

    /** No source, for a reason. */
    public static SourcePage none(String absence) {
        return new SourcePage("", List.of(), 0, 0, Set.of(), Set.of(), "", absence);
    }
}
