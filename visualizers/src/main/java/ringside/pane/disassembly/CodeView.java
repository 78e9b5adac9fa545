package ringside.pane.disassembly;

import java.util.List;
import ringside.cpu.view.DisassemblyView;

/**
 * Instructions with the names that the image gives them.
 *
 * @param rows names and instructions in address order
 * @param programCounter the address of the next instruction
 * @param lastExecuted the address of the instruction executed last, or -1
 * @param instructionSet the name of the instruction set, such as {@code Thumb-2}
 */
public record CodeView(List<Row> rows, long programCounter, long lastExecuted, String instructionSet) {

    /** A row of the listing. */
    public sealed interface Row permits Name, Instruction {
        /** Its address. */
        long address();
    }

    /** The start of something that has a name. */
    public record Name(long address, String name) implements Row {}

    /**
     * One instruction.
     *
     * @param line the instruction
     * @param targetName the name of what it refers to, or an empty text
     * @param breakpoint whether a breakpoint is set on it
     */
    public record Instruction(DisassemblyView.Line line, String targetName, boolean breakpoint) implements Row {
        @Override
        public long address() {
            return line.address();
        }
    }

    /** Copies the list. */
    public CodeView {
        rows = List.copyOf(rows);
    }
}
