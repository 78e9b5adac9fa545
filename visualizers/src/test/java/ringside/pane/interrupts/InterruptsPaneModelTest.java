package ringside.pane.interrupts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import ringside.kernels.view.InterruptsView;
import ringside.kernels.view.InterruptsView.Handle;
import ringside.kernels.view.InterruptsView.Line;
import ringside.pane.code.CodeLine;
import ringside.pane.code.Span.Style;

/** A line says whether it is closed, how often it came, and who owes an acknowledgement. */
class InterruptsPaneModelTest {
    private static InterruptsView view(boolean masked, long count, long acknowledged) {
        return new InterruptsView(List.of(
                new Line(0, "timer", true, false, 300, List.of()),
                new Line(4, "serial port", false, masked, count, List.of(new Handle(8, "seriald", acknowledged))),
                new Line(5, "", false, true, 0, List.of())));
    }

    @Test
    void aDriverThatHasNotAcknowledgedIsNamedWithItsCount() {
        List<CodeLine> lines = InterruptsPaneModel.lines(view(true, 3, 2), Optional.of(view(false, 2, 2)));
        assertTrue(lines.get(1).plainText().contains("the kernel itself"));
        CodeLine serial = lines.get(2);
        assertTrue(serial.plainText().contains("masked"), serial.plainText());
        assertTrue(serial.plainText().contains("seriald (acknowledged up to 2)"), serial.plainText());
        assertEquals(
                2,
                serial.spans().stream()
                        .filter(span -> span.style() == Style.CHANGED)
                        .count());
        assertTrue(lines.get(3).plainText().contains("nobody"));
    }
}
