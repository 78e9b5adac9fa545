package ringside.pane.registers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import ringside.cpu.view.RegistersView;
import ringside.cpu.view.RegistersView.Field;
import ringside.cpu.view.RegistersView.Group;
import ringside.cpu.view.RegistersView.Register;
import ringside.pane.NumberBase;
import ringside.pane.Views;
import ringside.pane.registers.RegistersPaneModel.Row;

/** The registers pane shows values in a base, marks changes, and says what values mean. */
class RegistersPaneModelTest {
    private static RegistersView registers(long r0, boolean zero) {
        List<Field> flags =
                List.of(new Field("N", 31, 31, 0, ""), new Field("Z", 30, 30, zero ? 1 : 0, "the result was zero"));
        return new RegistersView(
                "Thread mode",
                true,
                List.of(new Group(
                        "General",
                        List.of(
                                new Register("r0", r0, 32, List.of()),
                                new Register("pc", 0x1a44, 32, List.of()),
                                new Register("xpsr", zero ? 0x4000_0000L : 0, 32, flags)))));
    }

    private static Row row(Views views, NumberBase base, String name) {
        return RegistersPaneModel.of(views, base).orElseThrow().groups().get(0).rows().stream()
                .filter(row -> row.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void withoutAMachineThereIsNothingToShow() {
        assertTrue(RegistersPaneModel.of(Views.NONE, NumberBase.HEXADECIMAL).isEmpty());
    }

    @Test
    void aChangedRegisterIsMarkedWithOldAndNewValue() {
        Views views = Views.NONE.with(registers(0x2000_8f80L, false)).after(Views.NONE.with(registers(5, false)));
        Row r0 = row(views, NumberBase.HEXADECIMAL, "r0");
        assertTrue(r0.changed());
        assertEquals("was 0000_0005", r0.note());
        assertTrue(r0.hint().startsWith("0000_0005 \u2192 2000_8f80"));
        assertFalse(row(views, NumberBase.HEXADECIMAL, "pc").changed());
    }

    @Test
    void withoutAnEarlierInstantNothingIsMarked() {
        assertFalse(row(Views.NONE.with(registers(7, false)), NumberBase.HEXADECIMAL, "r0")
                .changed());
    }

    @Test
    void theBaseCanBeChosen() {
        Views views = Views.NONE.with(registers(0xFFFF_FFFFL, false));
        assertEquals("ffff_ffff", row(views, NumberBase.HEXADECIMAL, "r0").text());
        assertEquals("\u22121", row(views, NumberBase.SIGNED, "r0").text());
    }

    @Test
    void theMeaningInTheImageStandsBesideTheValue() {
        Views views = Views.NONE
                .with(registers(1, false))
                .with(new RegisterNotesView(Map.of("pc", "Process::run+0x24"), Map.of("pc", 0x1a44L)));
        assertEquals(
                "Process::run+0x24", row(views, NumberBase.HEXADECIMAL, "pc").note());
    }

    @Test
    void flagsTellWhichOfThemChanged() {
        Views views = Views.NONE.with(registers(1, true)).after(Views.NONE.with(registers(1, false)));
        Row xpsr = row(views, NumberBase.HEXADECIMAL, "xpsr");
        assertEquals(2, xpsr.flags().size());
        assertFalse(xpsr.flags().get(0).changed());
        assertTrue(xpsr.flags().get(1).changed());
        assertTrue(xpsr.flags().get(1).set());
    }

    @Test
    void aRegisterWithCodeLeadsToTheInstruction() {
        Views views = Views.NONE.with(registers(1, false)).with(new RegisterNotesView(Map.of(), Map.of("pc", 0x1a44L)));
        assertEquals(0x1a44L, row(views, NumberBase.HEXADECIMAL, "pc").code());
        assertEquals(-1, row(views, NumberBase.HEXADECIMAL, "r0").code());
    }

    @Test
    void theModeAfterTheNextInstructionIsToldOnlyIfItChanges() {
        Views views = Views.NONE.with(registers(1, false));
        assertEquals(
                "",
                RegistersPaneModel.of(views.with(new NextModeView("")), NumberBase.HEXADECIMAL)
                        .orElseThrow()
                        .next());
        assertEquals(
                "next: Thread mode, unprivileged, on PSP",
                RegistersPaneModel.of(
                                views.with(new NextModeView("Thread mode, unprivileged, on PSP")),
                                NumberBase.HEXADECIMAL)
                        .orElseThrow()
                        .next());
    }
}
