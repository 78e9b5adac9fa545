package ringside.cpu.vector;

import java.io.IOException;
import java.io.Reader;
import ringside.cpu.BadInputException;

/** Reads lines of bounded length, in a buffer of its own. */
final class BoundedLines {
    private static final int LONGEST_LINE = 1 << 20;

    private final String fileName;
    private final Reader in;
    private final char[] buffer = new char[1 << 16];
    private int at;
    private int end;
    private long number;

    BoundedLines(String fileName, Reader in) {
        this.fileName = fileName;
        this.in = in;
    }

    /** The file and the number of the line last read, for messages. */
    String place() {
        return fileName + ", line " + number;
    }

    /** The next line without its end, or null after the last one. */
    String next() throws IOException {
        StringBuilder line = new StringBuilder();
        number++;
        while (at < end || fill()) {
            int start = at;
            while (at < end && buffer[at] != '\n') {
                at++;
            }
            line.append(buffer, start, at - start);
            if (line.length() > LONGEST_LINE) {
                throw new BadInputException(place() + ": the line is longer than a million characters");
            }
            if (at < end) {
                at++;
                return line.toString();
            }
        }
        return line.isEmpty() ? null : line.toString();
    }

    private boolean fill() throws IOException {
        at = 0;
        end = Math.max(0, in.read(buffer, 0, buffer.length));
        return end > 0;
    }
}
