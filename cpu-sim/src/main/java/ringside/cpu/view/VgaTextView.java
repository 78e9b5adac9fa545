package ringside.cpu.view;

import java.util.List;

/**
 * A PC's text screen.
 *
 * @param columns characters in a row
 * @param rows the text of each row, all its characters
 * @param attributes the colours of each row: two hexadecimal digits a character, background and foreground
 * @param cursorRow the row of the cursor, or -1 if none is shown
 * @param cursorColumn its column, or -1
 */
public record VgaTextView(int columns, List<String> rows, List<String> attributes, int cursorRow, int cursorColumn) {

    /** Copies the lists. */
    public VgaTextView {
        rows = List.copyOf(rows);
        attributes = List.copyOf(attributes);
    }

    /** The background colour of a character, 0 to 15. */
    public int background(int row, int column) {
        return Character.digit(attributes.get(row).charAt(2 * column), 16);
    }

    /** The foreground colour of a character, 0 to 15. */
    public int foreground(int row, int column) {
        return Character.digit(attributes.get(row).charAt(2 * column + 1), 16);
    }
}
