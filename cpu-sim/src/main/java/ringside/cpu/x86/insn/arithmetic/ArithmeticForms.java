package ringside.cpu.x86.insn.arithmetic;

import java.util.List;
import java.util.stream.Stream;
import ringside.cpu.x86.form.Form;

/** The forms of this package. */
public final class ArithmeticForms {
    private ArithmeticForms() {}

    /** All of them. */
    public static List<Form> list() {
        return Stream.of(
                        Add.FORMS,
                        Adc.FORMS,
                        Adcx.FORMS,
                        Adox.FORMS,
                        Sub.FORMS,
                        Sbb.FORMS,
                        Cmp.FORMS,
                        Inc.FORMS,
                        Dec.FORMS,
                        Neg.FORMS,
                        Mul.FORMS,
                        Imul.FORMS,
                        ImulTruncating.FORMS,
                        Div.FORMS,
                        Idiv.FORMS,
                        Cbw.FORMS,
                        Cwd.FORMS,
                        Daa.FORMS,
                        Das.FORMS,
                        Aaa.FORMS,
                        Aas.FORMS,
                        Aam.FORMS,
                        Aad.FORMS)
                .flatMap(List::stream)
                .toList();
    }
}
