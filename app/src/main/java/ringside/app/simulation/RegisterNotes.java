package ringside.app.simulation;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import ringside.cpu.image.Symbol;
import ringside.cpu.image.SymbolPlace;
import ringside.cpu.view.RegistersView;
import ringside.cpu.view.RegistersView.Register;
import ringside.kernels.session.Session;
import ringside.pane.NumberText;
import ringside.pane.SymbolText;
import ringside.pane.Words;
import ringside.pane.registers.RegisterNotesView;

/** Says what the values of registers mean: a place in code, how full a stack is, or something in RAM with a name. */
final class RegisterNotes {
    private static final Set<String> CODE = Set.of("pc", "lr", "rip");
    private static final Set<String> STACK = Set.of("sp", "msp", "psp", "rsp");
    /** Below this, numbers are more often numbers than addresses of something. */
    private static final long CORTEX_M_RAM = 0x2000_0000L;

    private static final long PAGE = 0x1000;
    private static final long EXC_RETURNS = 0xFFFF_FFE0L;
    private static final long NO_CALLER = 0xFFFF_FFFFL;

    private final Session session;
    private final boolean isCortexM;

    private RegisterNotes(Session session) {
        this.session = session;
        isCortexM = CodeAddress.isCortexM(session);
    }

    static RegisterNotesView read(Session session) {
        return new RegisterNotes(session).read();
    }

    private RegisterNotesView read() {
        Map<String, String> notes = new HashMap<>();
        Map<String, Long> code = new HashMap<>();
        for (RegistersView.Group group : session.registers().groups()) {
            for (Register register : group.registers()) {
                note(register).ifPresent(text -> notes.put(register.name(), text));
                if (CODE.contains(register.name())) {
                    code.put(register.name(), CodeAddress.of(session, register.value()));
                }
            }
        }
        return new RegisterNotesView(notes, code);
    }

    private Optional<String> note(Register register) {
        long value = register.value();
        if (CODE.contains(register.name())) {
            return isCortexM && value >= EXC_RETURNS ? excReturn(value) : codeName(value);
        }
        if (value < (isCortexM ? CORTEX_M_RAM : PAGE) || !register.fields().isEmpty()) {
            return Optional.empty();
        }
        if (STACK.contains(register.name())) {
            return stackUse(value);
        }
        return session.debug().symbolAt(value).map(place -> (place.offset() == 0 ? "&" : "") + brief(place));
    }

    private static Optional<String> excReturn(long value) {
        return value == NO_CALLER ? Optional.empty() : Optional.of("EXC_RETURN");
    }

    private Optional<String> codeName(long value) {
        return session.debug().symbolAt(CodeAddress.of(session, value)).map(RegisterNotes::brief);
    }

    /** An empty stack's pointer is the address behind it, where something else may begin: one byte below is the stack. */
    private Optional<String> stackUse(long pointer) {
        return session.debug().symbolAt(pointer - 1).map(place -> {
            Symbol stack = place.symbol();
            long used = stack.address() + stack.size() - pointer;
            boolean known = stack.size() > 0 && used >= 0;
            String name = SymbolText.brief(stack.name());
            return known ? Words.of("registers.stack", name, NumberText.grouped(used)) : brief(place);
        });
    }

    private static String brief(SymbolPlace place) {
        return SymbolText.brief(place.toString());
    }
}
