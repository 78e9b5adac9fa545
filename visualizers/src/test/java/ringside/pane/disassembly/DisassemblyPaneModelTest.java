package ringside.pane.disassembly;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import ringside.cpu.view.DisassemblyView.Line;
import ringside.pane.code.CodeLine;
import ringside.pane.code.CodeLine.Mark;

/** The disassembly pane marks the next and the last instruction and names targets. */
class DisassemblyPaneModelTest {
    private static CodeView.Instruction instruction(long address, String mnemonic, String target, boolean breakpoint) {
        return new CodeView.Instruction(new Line(address, "00bf", mnemonic, "0x200", 0x200, ""), target, breakpoint);
    }

    private static final DisassemblyPaneModel MODEL = DisassemblyPaneModel.of(new CodeView(
            List.of(
                    new CodeView.Name(0x100, "<kernel::Kernel>::run"),
                    instruction(0x100, "nop", "", true),
                    instruction(0x102, "bl", "enable", false),
                    instruction(0x106, "movs", "", false)),
            0x102,
            0x100,
            "Thumb-2"));

    @Test
    void theNextInstructionIsMarkedAndFound() {
        assertEquals(2, MODEL.next());
        assertEquals(Mark.NEXT, MODEL.lines().get(2).mark());
    }

    @Test
    void theInstructionJustExecutedHasAnotherMark() {
        assertEquals(Mark.LAST, MODEL.lines().get(1).mark());
        assertEquals(Mark.NONE, MODEL.lines().get(3).mark());
    }

    @Test
    void namesAndTargetsStandInTheText() {
        assertEquals("Kernel::run", MODEL.lines().get(0).plainText());
        assertTrue(MODEL.lines().get(2).plainText().endsWith("; enable"));
    }

    @Test
    void breakpointsAreShownAndNamesTakeNone() {
        assertTrue(MODEL.lines().get(1).breakpoint());
        assertEquals(
                List.of(false, true, true, true),
                MODEL.lines().stream().map(CodeLine::breakable).toList());
    }
}
