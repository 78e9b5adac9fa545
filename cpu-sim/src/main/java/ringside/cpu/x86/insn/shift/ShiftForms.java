package ringside.cpu.x86.insn.shift;

import java.util.List;
import java.util.stream.Stream;
import ringside.cpu.x86.form.Form;

/** The forms of this package. */
public final class ShiftForms {
    private ShiftForms() {}

    /** All of them. */
    public static List<Form> list() {
        return Stream.of(
                        Shl.FORMS,
                        Shr.FORMS,
                        Sar.FORMS,
                        Rol.FORMS,
                        Ror.FORMS,
                        Rcl.FORMS,
                        Rcr.FORMS,
                        Shld.FORMS,
                        Shrd.FORMS,
                        Sarx.FORMS,
                        Shlx.FORMS,
                        Shrx.FORMS,
                        Rorx.FORMS)
                .flatMap(List::stream)
                .toList();
    }
}
