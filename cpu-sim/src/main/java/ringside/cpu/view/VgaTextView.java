package ringside.cpu.view;

/**
 * A PC's text screen.
 *
 * @param columns characters in a row
 * @param rows rows
 * @param characters the codes (code page 437), row by row; must not be changed
 * @param attributes the colours of each character: background in bits 4 to 7, foreground in bits 0 to 3; must not be
 *     changed
 * @param cursor the index of the character under the cursor, or -1 if no cursor is shown
 */
public record VgaTextView(int columns, int rows, byte[] characters, byte[] attributes, int cursor) {

    /** A row as text; codes beyond ASCII and control codes are shown as spaces, and those at the end are left out. */
    public String row(int number) {
        StringBuilder text = new StringBuilder();
        for (int i = number * columns; i < (number + 1) * columns; i++) {
            text.append(characters[i] >= ' ' && characters[i] < 0x7F ? (char) characters[i] : ' ');
        }
        return text.toString().stripTrailing();
    }
}
