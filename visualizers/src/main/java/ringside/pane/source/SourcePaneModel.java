package ringside.pane.source;

import java.util.ArrayList;
import java.util.List;
import ringside.pane.code.CodeLine;
import ringside.pane.code.Span;

/** The rows of the source pane. The colours of a file are worked out once, when it comes on show. */
public final class SourcePaneModel {
    private List<String> source = List.of();
    private List<List<Span>> coloured = List.of();

    /** The rows of that view. */
    public List<CodeLine> lines(SourcePage view) {
        if (!view.lines().equals(source)) {
            source = view.lines();
            coloured = RustSyntax.colour(source);
        }
        List<CodeLine> lines = new ArrayList<>(coloured.size());
        for (int i = 0; i < coloured.size(); i++) {
            int number = i + 1;
            CodeLine.Mark mark = number == view.nextLine()
                    ? CodeLine.Mark.NEXT
                    : number == view.lastLine() ? CodeLine.Mark.LAST : CodeLine.Mark.NONE;
            lines.add(new CodeLine(
                    number,
                    Integer.toString(number),
                    mark,
                    view.codeLines().contains(number),
                    view.breakpointLines().contains(number),
                    coloured.get(i),
                    ""));
        }
        return lines;
    }

    /** The file's name without its folders but the last. */
    public static String shortName(String file) {
        int slash = file.lastIndexOf('/');
        int before = slash > 0 ? file.lastIndexOf('/', slash - 1) : -1;
        return before < 0 ? file : file.substring(before + 1);
    }
}
