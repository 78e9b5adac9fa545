package ringside.pane.disassembly;

import java.util.ArrayList;
import java.util.List;
import ringside.cpu.view.DisassemblyView;
import ringside.pane.NumberText;
import ringside.pane.SymbolText;
import ringside.pane.Words;
import ringside.pane.code.CodeLine;
import ringside.pane.code.Span;
import ringside.pane.code.Span.Style;

/**
 * The rows of the disassembly pane.
 *
 * @param lines the rows
 * @param next the index of the row with the next instruction, or -1 if it is not in the listing
 */
public record DisassemblyPaneModel(List<CodeLine> lines, int next) {
    private static final int MNEMONIC_WIDTH = 7;

    /** Copies the list. */
    public DisassemblyPaneModel {
        lines = List.copyOf(lines);
    }

    /** Makes the rows. */
    public static DisassemblyPaneModel of(CodeView view) {
        List<CodeLine> lines = new ArrayList<>();
        int next = -1;
        for (CodeView.Row row : view.rows()) {
            if (row instanceof CodeView.Name name) {
                lines.add(CodeLine.text(
                        name.address(), "", List.of(new Span(SymbolText.brief(name.name()), Style.COMMENT))));
            } else if (row instanceof CodeView.Instruction instruction) {
                CodeLine.Mark mark = mark(view, instruction.address());
                if (mark == CodeLine.Mark.NEXT) {
                    next = lines.size();
                }
                lines.add(line(instruction, mark));
            }
        }
        return new DisassemblyPaneModel(lines, next);
    }

    private static CodeLine.Mark mark(CodeView view, long address) {
        if (address == view.programCounter()) {
            return CodeLine.Mark.NEXT;
        }
        return address == view.lastExecuted() ? CodeLine.Mark.LAST : CodeLine.Mark.NONE;
    }

    private static CodeLine line(CodeView.Instruction instruction, CodeLine.Mark mark) {
        DisassemblyView.Line line = instruction.line();
        Style weight = mark == CodeLine.Mark.NEXT ? Style.STRONG : Style.PLAIN;
        List<Span> spans = new ArrayList<>();
        spans.add(new Span(NumberText.address(line.address()) + "  ", Style.FAINT));
        String mnemonic = line.mnemonic();
        String padding = " ".repeat(Math.max(1, MNEMONIC_WIDTH - mnemonic.length()));
        spans.add(new Span(mnemonic + padding, weight));
        spans.add(new Span(line.operands(), weight));
        String remark = remark(instruction);
        if (!remark.isEmpty()) {
            spans.add(new Span("  ; " + remark, Style.COMMENT));
        }
        String hint = Words.of("disassembly.hint", line.bytes(), NumberText.address(line.address()));
        return new CodeLine(line.address(), "", mark, true, instruction.breakpoint(), spans, hint);
    }

    private static String remark(CodeView.Instruction instruction) {
        if (!instruction.line().note().isEmpty()) {
            return instruction.line().note();
        }
        return instruction.targetName();
    }
}
