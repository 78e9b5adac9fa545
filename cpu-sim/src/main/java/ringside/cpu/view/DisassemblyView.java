package ringside.cpu.view;

import java.util.List;

/** Instructions in memory, in address order. */
public record DisassemblyView(List<Line> lines) {

    /**
     * One instruction.
     *
     * @param address where it lies
     * @param bytes its bytes in address order, as hex
     * @param mnemonic its mnemonic in lower case, with suffixes, such as {@code addseq.w}
     * @param operands its operands as the manual's assembler syntax writes them
     * @param target the address that it branches or calls to, or refers to (a literal), or -1
     * @param note why it is special: UNPREDICTABLE with what we do, undefined, unreadable; empty for plain instructions
     */
    public record Line(long address, String bytes, String mnemonic, String operands, long target, String note) {
        /** The length in bytes. */
        public int length() {
            return bytes.length() / 2;
        }
    }

    /** Copies the list. */
    public DisassemblyView {
        lines = List.copyOf(lines);
    }
}
