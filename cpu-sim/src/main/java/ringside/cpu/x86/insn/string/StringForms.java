package ringside.cpu.x86.insn.string;

import java.util.List;
import java.util.stream.Stream;
import ringside.cpu.x86.form.Form;

/** The forms of this package. */
public final class StringForms {
    private StringForms() {}

    /** All of them. */
    public static List<Form> list() {
        return Stream.of(Movs.FORMS, Stos.FORMS, Lods.FORMS, Cmps.FORMS, Scas.FORMS)
                .flatMap(List::stream)
                .toList();
    }
}
