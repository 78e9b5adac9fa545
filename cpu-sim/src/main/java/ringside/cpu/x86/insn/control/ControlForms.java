package ringside.cpu.x86.insn.control;

import java.util.List;
import java.util.stream.Stream;
import ringside.cpu.x86.form.Form;

/** The forms of this package. */
public final class ControlForms {
    private ControlForms() {}

    /** All of them. */
    public static List<Form> list() {
        return Stream.of(branches(), frames(), others()).flatMap(List::stream).toList();
    }

    private static List<Form> branches() {
        return Stream.of(
                        Jmp.FORMS,
                        JmpIndirect.FORMS,
                        Jcc.FORMS,
                        Jcxz.FORMS,
                        Loop.LOOPNE_FORMS,
                        Loop.LOOPE_FORMS,
                        Loop.LOOP_FORMS,
                        Call.FORMS,
                        CallIndirect.FORMS,
                        Ret.FORMS,
                        Ret.DROPPING_FORMS)
                .flatMap(List::stream)
                .toList();
    }

    private static List<Form> frames() {
        return Stream.of(Setcc.FORMS, Enter.FORMS, Leave.FORMS, Bound.FORMS)
                .flatMap(List::stream)
                .toList();
    }

    private static List<Form> others() {
        return Stream.of(Nop.FORMS, Endbr.FORMS, Pause.FORMS, Prefetch.FORMS, Fence.FORMS, Clflush.FORMS, Ud.FORMS)
                .flatMap(List::stream)
                .toList();
    }
}
