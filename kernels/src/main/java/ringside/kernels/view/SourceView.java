package ringside.kernels.view;

import java.util.List;

/**
 * Where execution stands in the source.
 *
 * @param address the address of the instruction
 * @param program the program it belongs to: the image's name, or the name of a task's own program
 * @param symbol the function by the symbol table, with the distance into it; empty if there is none
 * @param places the places in the source, the innermost inlined function first; empty if nothing is known
 * @param shown the index of the place whose source text is at hand, or -1
 */
public record SourceView(long address, String program, String symbol, List<Place> places, int shown) {

    /**
     * A place in the source.
     *
     * @param file the path, as the debugging information names it
     * @param line the line, from 1
     * @param column the column, or 0 if unknown
     * @param function the function
     * @param inlined whether the function was copied into its caller
     */
    public record Place(String file, int line, int column, String function, boolean inlined) {}

    /** Copies the list. */
    public SourceView {
        places = List.copyOf(places);
    }
}
