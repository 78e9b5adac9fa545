package ringside.app.simulation;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import ringside.cpu.view.RegistersView;
import ringside.kernels.session.Session;
import ringside.pane.SymbolText;
import ringside.pane.registers.RegisterNotesView;

/** Says what the values of registers mean: a place in code, or something in RAM that has a name. */
final class RegisterNotes {
    private static final long RAM = 0x2000_0000L;

    private RegisterNotes() {}

    static RegisterNotesView read(Session session) {
        Map<String, String> notes = new HashMap<>();
        RegistersView view = session.registers();
        for (RegistersView.Group group : view.groups()) {
            for (RegistersView.Register register : group.registers()) {
                note(session, register).ifPresent(text -> notes.put(register.name(), text));
            }
        }
        return new RegisterNotesView(notes);
    }

    private static Optional<String> note(Session session, RegistersView.Register register) {
        boolean isCode = register.name().equals("pc") || register.name().equals("lr");
        long value = register.value();
        if (isCode && value >= 0xFFFF_FFE0L) {
            return value == 0xFFFF_FFFFL ? Optional.empty() : Optional.of("EXC_RETURN");
        }
        if (isCode) {
            return session.debug().symbolAt(value & ~1L).map(place -> SymbolText.brief(place.toString()));
        }
        if (value < RAM || !register.fields().isEmpty()) {
            return Optional.empty();
        }
        return session.debug()
                .symbolAt(value)
                .map(place -> (place.offset() == 0 ? "&" : "") + SymbolText.brief(place.toString()));
    }
}
