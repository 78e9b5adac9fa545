package ringside.cpu.x86.insn.far;

import java.util.List;
import java.util.stream.Stream;
import ringside.cpu.x86.form.Form;

/** The forms of this package. */
public final class FarForms {
    private FarForms() {}

    /** All of them. */
    public static List<Form> list() {
        return Stream.of(
                        JmpFarDirect.FORMS,
                        CallFarDirect.FORMS,
                        JmpFarIndirect.FORMS,
                        CallFarIndirect.FORMS,
                        RetFar.FORMS,
                        Iret.FORMS,
                        Int.FORMS,
                        Int3.FORMS,
                        Into.FORMS,
                        Int1.FORMS)
                .flatMap(List::stream)
                .toList();
    }
}
