package ringside.cpu.x86.insn.arithmetic;

import java.util.List;
import java.util.stream.Stream;
import ringside.cpu.x86.form.Form;

/** The forms of this package. */
public final class ArithmeticForms {
    private ArithmeticForms() {}

    /** All of them. */
    public static List<Form> list() {
        return Stream.of(Adc.FORMS).flatMap(List::stream).toList();
    }
}
