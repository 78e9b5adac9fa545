package ringside.cpu.x86.insn.logic;

import java.util.List;
import java.util.stream.Stream;
import ringside.cpu.x86.form.Form;

/** The forms of this package. */
public final class LogicForms {
    private LogicForms() {}

    /** All of them. */
    public static List<Form> list() {
        return Stream.of(And.FORMS, Or.FORMS, Xor.FORMS, Not.FORMS, Test.FORMS)
                .flatMap(List::stream)
                .toList();
    }
}
