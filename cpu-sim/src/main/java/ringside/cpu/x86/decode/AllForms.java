package ringside.cpu.x86.decode;

import java.util.List;
import java.util.stream.Stream;
import ringside.cpu.x86.form.Form;
import ringside.cpu.x86.insn.arithmetic.ArithmeticForms;

/** Every form that is claimed, gathered from the packages of instructions. */
public final class AllForms {
    private AllForms() {}

    /** All forms, in the order of the packages. */
    public static List<Form> list() {
        return Stream.of(ArithmeticForms.list()).flatMap(List::stream).toList();
    }
}
