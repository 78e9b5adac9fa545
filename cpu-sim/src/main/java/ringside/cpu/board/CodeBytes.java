package ringside.cpu.board;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.LongToIntFunction;
import ringside.cpu.view.DisassemblyView;
import ringside.cpu.x86.InstructionText;

/** Shows code as its bytes, one a line. */
final class CodeBytes implements InstructionText {

    @Override
    public DisassemblyView disassemble(
            LongToIntFunction memory, long address, int count, int codeBits, boolean realMode) {
        List<DisassemblyView.Line> lines = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int value = memory.applyAsInt(address + i);
            String hex = value < 0 ? "" : HexFormat.of().toHexDigits((byte) value);
            String note = value < 0 ? "unreadable" : "";
            lines.add(new DisassemblyView.Line(address + i, hex, value < 0 ? "?" : "db", hex, -1, note));
        }
        return new DisassemblyView(lines);
    }
}
